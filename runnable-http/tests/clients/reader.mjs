// Runs the reader of the guide, which has no package of its own: `node reader.mjs URL MODULE [lengths]`. Prints the texts, or
// their lengths.
const [url, module, lengths] = process.argv.slice(2);
const { read } = await import(module);

const shown = (texts) =>
  lengths ? Object.fromEntries(Object.entries(texts).map(([step, text]) => [step, text.length])) : texts;
const texts = await read(url, ({ type, path }, texts) => console.log(JSON.stringify({ type, path, texts: shown(texts) })));
console.log(JSON.stringify({ type: "end", texts: shown(texts) }));
