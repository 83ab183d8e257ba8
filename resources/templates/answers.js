// Looks up what the decision table said of every profile; asks nobody.
"use strict";
const data = JSON.parse(document.getElementById("answers-data").textContent);
const form = document.getElementById("answers-form");

// The place of a value among a field's stretches: numbers first, then its options.
function stretch(field, value) {
  const option = field.options.indexOf(value);
  if (option >= 0) return field.from.length + option;
  let place = 0;
  while (place + 1 < field.from.length && field.from[place + 1] <= value) place += 1;
  return place;
}

// Of several at once: what is named, or else the first of the others, stands for all that is ticked.
function representative(field, held) {
  if (held.length === 1 && field.options.includes(held[0])) return held[0];
  return held.filter((id) => field.named.includes(id)).join("+") || field.rest;
}

// One sign a strategy, in the order of the data, for one value a field.
function answer(values) {
  const at = data.fields.map((field, place) => stretch(field, values[place]));
  const sizes = data.fields.map((field) => field.from.length + field.options.length);
  return Object.values(data.strategies)
    .map(({ on, is }) => is[on.reduce((sum, place) => sum * sizes[place] + at[place], 0)])
    .join("");
}

function chosen() {
  return data.fields.map((field) => {
    if (field.named) return representative(field, ticked(field.id).map((box) => box.value));
    const box = form.elements[field.id];
    const number = form.elements[`${field.id}-number`];
    if (number && number.value !== "" && number.checkValidity()) return Number(number.value);
    return box.value;
  });
}

function ticked(name) {
  return [...form.elements[name]].filter((box) => box.checked);
}

// What stands alone leaves when another comes, and the others leave when it does; none is unknown.
function settle(box) {
  if (box.type !== "checkbox") return;
  const alone = "alone" in box.dataset;
  for (const other of ticked(box.name)) {
    if (other !== box && box.checked && (alone || "alone" in other.dataset)) other.checked = false;
  }
  if (ticked(box.name).length > 0) return;
  const { unknown } = data.fields.find((field) => field.id === box.name);
  for (const other of form.elements[box.name]) other.checked = other.value === unknown;
}

function show() {
  const signs = answer(chosen());
  const counts = {};
  Object.keys(data.strategies).forEach((id, place) => {
    const list = document.getElementById(`answers-${signs[place]}`);
    list.append(document.getElementById(`answer-${id}`));
    counts[signs[place]] = (counts[signs[place]] || 0) + 1;
  });
  for (const count of document.querySelectorAll("[data-count]")) {
    count.textContent = counts[count.dataset.count] || 0;
    count.closest("section").hidden = !counts[count.dataset.count];
  }
}

form.hidden = false;
form.addEventListener("input", (event) => {
  settle(event.target);
  show();
});
form.addEventListener("reset", () => setTimeout(show));
show();
