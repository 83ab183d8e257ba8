"use strict";
{
  const form = document.getElementById("questions");
  const score = document.getElementById("score");
  const again = document.getElementById("again");
  const questions = [...form.querySelectorAll(".question")];

  // An answer counts from when it is looked up, none too: what is chosen afterwards changes nothing.
  const settle = (question) => {
    const inputs = [...question.querySelectorAll("input")];
    const chosen = inputs.findIndex((input) => input.checked);
    if (question.classList.contains("answered")) return;
    question.classList.add("answered");
    inputs.forEach((input, place) => {
      input.disabled = place !== chosen;
      const right = "right" in input.dataset;
      const missed = place === chosen && !right;
      input.parentElement.classList.toggle("is-right", right);
      input.parentElement.classList.toggle("is-missed", missed);
      input.parentElement.querySelector(".mark").hidden = !(right || missed);
    });
    // The last one says that nothing was chosen.
    [...question.querySelectorAll(".told")].at(chosen).hidden = false;
    if (chosen >= 0) question.classList.add("was-chosen");
    if (chosen >= 0 && "right" in inputs[chosen].dataset) question.classList.add("was-right");
    tell();
  };

  const tell = () => {
    const count = (name) => questions.filter((one) => one.classList.contains(name)).length;
    const numbers = {
      right: count("was-right"),
      of: questions.length,
      left: questions.length - count("was-chosen"),
    };
    const begun = count("answered") > 0;
    const said = score.dataset.said.replace(/\{(\w+)\}/g, (_, name) => numbers[name]);
    score.textContent = begun ? said : "";
    again.hidden = !begun;
  };

  const begin = () => {
    for (const question of questions) {
      question.classList.remove("answered", "was-chosen", "was-right");
      question.querySelector("details").open = false;
      for (const told of question.querySelectorAll(".told")) told.hidden = true;
      for (const input of question.querySelectorAll("input")) {
        input.disabled = false;
        input.parentElement.classList.remove("is-right", "is-missed");
        input.parentElement.querySelector(".mark").hidden = true;
      }
    }
    tell();
    window.scrollTo(0, 0);
  };

  for (const question of questions) {
    question.querySelector("details").addEventListener("toggle", (event) => {
      if (event.target.open) settle(question);
    });
    question.addEventListener("change", () => {
      if (question.querySelector("details").open) settle(question);
    });
  }
  document.getElementById("without-script").hidden = true;
  form.addEventListener("reset", begin);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.reset();
}
