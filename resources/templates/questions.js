"use strict";
{
  const form = document.getElementById("questions");
  const score = document.getElementById("score");
  const again = document.getElementById("again");
  const questions = [...form.querySelectorAll(".question")];

  // An answer counts from when it is looked up: what is chosen afterwards changes nothing.
  const settle = (question) => {
    const inputs = [...question.querySelectorAll("input")];
    const chosen = inputs.findIndex((input) => input.checked);
    if (chosen < 0 || question.classList.contains("answered")) return;
    question.classList.add("answered");
    inputs.forEach((input, place) => {
      input.disabled = place !== chosen;
      input.parentElement.classList.toggle("is-right", "right" in input.dataset);
      input.parentElement.classList.toggle("is-missed", place === chosen && !("right" in input.dataset));
    });
    question.querySelectorAll(".told")[chosen].hidden = false;
    if ("right" in inputs[chosen].dataset) question.classList.add("was-right");
    tell();
  };

  const tell = () => {
    const answered = questions.filter((one) => one.classList.contains("answered")).length;
    const right = questions.filter((one) => one.classList.contains("was-right")).length;
    const said = score.dataset.said.replace("{right}", right).replace("{answered}", answered);
    score.textContent = answered ? said : "";
    again.hidden = !answered;
  };

  const begin = () => {
    for (const question of questions) {
      question.classList.remove("answered", "was-right");
      question.querySelector("details").open = false;
      for (const told of question.querySelectorAll(".told")) told.hidden = true;
      for (const input of question.querySelectorAll("input")) {
        input.disabled = false;
        input.parentElement.classList.remove("is-right", "is-missed");
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
  form.addEventListener("reset", begin);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.reset();
}
