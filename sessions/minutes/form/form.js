"use strict";
// Puts what is written in the fields into the Markdown file that the page was made from, and gives it as a file.
const { pieces, name, saved, draft } = JSON.parse(document.getElementById("pieces").textContent);
// The fields of each item, by its id: a draft from before the minutes were changed must not end up under another item.
const items = [...document.querySelectorAll("fieldset")].map((own) => [own.dataset.item, [...own.querySelectorAll("textarea")]]);
const fields = items.flatMap(([, own]) => own);
const [told, more, whole] = ["told", "more", "whole"].map((id) => document.getElementById(id));
const key = "dialogkafe:" + name;
let unsaved = false;

// What could be anything but text in Markdown is escaped; a line's beginning too, but for that of the first.
const escaped = (line, first) => {
  const text = line.replace(/[\\`*_[\]<>|~&#]/g, "\\$&");
  return first ? text : text.replace(/^([+=:-])/, "\\$1").replace(/^(\d{1,9})([.)])/, "$1\\$2");
};

// Line ends stay line ends, empty lines part paragraphs, and all of it stands inside the list item of its label.
const answered = (label, text) => {
  const paragraphs = text.replace(/\r\n?/g, "\n").split(/\n\s*\n/)
    .map((block) => block.split("\n").map((line) => line.trim()).filter(Boolean)).filter((lines) => lines.length);
  const written = paragraphs.map((lines, at) => lines.map((line, place) => escaped(line, !at && !place)).join("\\\n  "));
  return written.length ? `- ${label} ${written.join("\n\n  ")}` : `- ${label}`;
};

const markdown = () => {
  let at = 0;
  const block = (labels) => labels.map((label) => answered(label, fields[at++].value)).join("\n");
  return pieces.map((piece) => (typeof piece === "string" ? piece : block(piece))).join("\n\n") + "\n";
};

const show = () => { if (more.open) whole.value = markdown(); };

// A browser that keeps nothing, or keeps it from us, still saves the file.
const remembered = (change) => {
  try {
    return change(window.localStorage);
  } catch {
    return null;
  }
};

// What says that the page needs its script stands there until the script runs, whyever it does not.
const begin = () => {
  document.getElementById("unscripted").remove();
  const kept = remembered((store) => JSON.parse(store.getItem(key))) || {};
  items.forEach(([item, own]) => own.forEach((field, at) => {
    field.value = Array.isArray(kept[item]) ? String(kept[item][at] || "") : "";
  }));
  unsaved = fields.some((field) => field.value);
  told.textContent = unsaved ? draft : "";
};

document.addEventListener("input", () => {
  unsaved = true;
  told.textContent = "";
  const written = Object.fromEntries(items.map(([item, own]) => [item, own.map((field) => field.value)]));
  remembered((store) => store.setItem(key, JSON.stringify(written)));
  show();
});

document.getElementById("save").addEventListener("click", () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([markdown()], { type: "text/markdown;charset=utf-8" }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  unsaved = false;
  remembered((store) => store.removeItem(key));
  told.textContent = saved;
});

more.addEventListener("toggle", () => show());
window.addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });
begin();
