// Runs the reader of the guide, which has no package of its own: `node reader.mjs URL MODULE`.
const [url, module] = process.argv.slice(2);
const { read } = await import(module);

const texts = await read(url, ({ type, path }, texts) => console.log(JSON.stringify({ type, path, texts })));
console.log(JSON.stringify({ type: "end", texts }));
