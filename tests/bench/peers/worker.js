// A generator for node that makes papers when told to: the same talk as tests/bench/worker.py.
// node worker.js NAME TEMPLATE WORDS.json; the modules are those of the working folder.
"use strict";

const fs = require("node:fs");
const readline = require("node:readline");
const { createRequire } = require("node:module");
const path = require("node:path");

const load = createRequire(path.join(process.cwd(), "package.json"));
const version = (name) => load(`./node_modules/${name}/package.json`).version;

function docxtemplater(template) {
  const Docxtemplater = load("docxtemplater");
  const PizZip = load("pizzip");
  return (words) => {
    const made = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
    made.render(words);
    return made.toBuffer({ compression: "DEFLATE" });
  };
}

function easyTemplateX(template) {
  const { TemplateHandler } = load("easy-template-x");
  const handler = new TemplateHandler();
  return (words) => handler.process(template, words);
}

function carbone(_template, place) {
  const engine = load("carbone");
  return (words) =>
    new Promise((resolve, reject) => {
      engine.render(place, words, (error, made) => (error ? reject(error) : resolve(made)));
    });
}

const PEERS = { docxtemplater, "easy-template-x": easyTemplateX, carbone };

async function main() {
  const [name, place, wordsPlace] = process.argv.slice(2);
  const { shared, rows } = JSON.parse(fs.readFileSync(wordsPlace, "utf-8"));
  const make = PEERS[name](fs.readFileSync(place), path.resolve(place));
  const answer = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);
  answer({ version: version(name), codec: "zlib" });
  let at = 0;
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const [task, said] = line.split(" ");
    if (task === "time") {
      const begun = process.hrtime.bigint();
      const worked = process.cpuUsage();
      for (let done = 0; done < Number(said); done += 1) {
        await make({ ...shared, ...rows[at % rows.length] });
        at += 1;
      }
      const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
      const { user, system } = process.cpuUsage(worked);
      answer({ seconds, cpu: (user + system) / 1e6 });
    } else {
      const made = await make({ ...shared, ...rows[Number(said)] });
      answer({ docx: Buffer.from(made).toString("base64") });
    }
  }
}

main().catch((error) => {
  process.stderr.write(`${error.stack || error}\n`);
  process.exit(1);
});
