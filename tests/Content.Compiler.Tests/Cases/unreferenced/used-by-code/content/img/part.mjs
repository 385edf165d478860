console.log('part.mjs');
