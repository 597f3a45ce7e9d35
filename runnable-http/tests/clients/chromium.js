// Chromium: runs a function of `page.js` in a page of the server, `node chromium.js URL FUNCTION [ARGUMENT]`, and prints what the
// page writes to its console.
import { chromium } from "playwright-core";
import * as functions from "./page.js";

const [url, name, argument] = process.argv.slice(2);
// A test may run as root, for whom Chromium has no sandbox. The page is of the test's own server.
const browser = await chromium.launch({ executablePath: process.env.RUNNABLE_CHROMIUM, args: ["--no-sandbox"] });
const page = await browser.newPage();
page.on("console", (message) => message.type() === "log" && console.log(message.text()));
await page.goto(new URL("/healthz", url).href);
await page.evaluate(functions[name], [url, argument]);
await browser.close();
