// The reader of the guide, which is no package: `node reader.js URL MODULE`.
const [url, module] = process.argv.slice(2);
const { read } = await import(module);

const texts = await read(url, ({ type, path }, texts) => console.log(JSON.stringify({ type, path, texts })));
console.log(JSON.stringify({ type: "end", texts }));
