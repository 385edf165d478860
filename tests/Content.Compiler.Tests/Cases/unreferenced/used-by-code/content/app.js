const files = ["/img/a.json", './img/b.json'];
import("./img/part.mjs");
load(`img/${name}.png`);
