console.log(function () {});
