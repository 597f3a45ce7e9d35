// Opens the page of a run in Chromium, without a network: `node timeline.mjs CLIENTS FILE STEPS`. Prints one line of JSON.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [clients, file, steps] = process.argv.slice(2);
const { chromium } = createRequire(`${clients}/timeline.cjs`)("playwright-core");
// A test may run as root, for whom Chromium has no sandbox. The page is the test's own file.
const browser = await chromium.launch({ executablePath: process.env.RUNNABLE_CHROMIUM, args: ["--no-sandbox"] });
const context = await browser.newContext({ offline: true, colorScheme: "dark" });
const page = await context.newPage();
const [requests, errors] = [[], []];
page.on("request", (request) => requests.push(request.url()));
page.on("pageerror", (error) => errors.push(String(error)));
page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
page.on("dialog", (dialog) => { errors.push(dialog.message()); dialog.dismiss(); });
const began = Date.now();
await page.goto(pathToFileURL(file).href);
await page.waitForSelector(".row");
const ready = Date.now() - began;
const text = () => page.locator(".row:visible .name").allTextContents();
const folded = await text();
await page.keyboard.press("Tab");
await page.locator("#rows").focus();
await page.keyboard.press("j");
await page.keyboard.press("Enter");
const detail = await page.locator("#detail").innerText();
await page.keyboard.press("f");
const unfolded = Number((await page.locator("#count").innerText()).split(" ")[0]);
await page.keyboard.press("End");
const elements = await page.evaluate(() => document.querySelectorAll("*").length);
await page.keyboard.press("/");
await page.keyboard.type(`[${steps - 1}]`);
const found = await text();
const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
console.log(JSON.stringify({ requests: requests.length, errors, ready, folded, detail, unfolded, elements, found, dark, evil: await page.evaluate(() => window.evil ?? null) }));
await browser.close();
