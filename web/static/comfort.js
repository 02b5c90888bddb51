// A little comfort for those whose browser runs scripts; everything works without.
"use strict";

const said = document.getElementById("said");

// One click copies a citation; without scripts it is there to be selected.
function offerCopy(citation) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy citation";
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(citation.textContent.trim());
      button.textContent = said.textContent = "Citation copied";
    } catch {
      getSelection().selectAllChildren(citation);
      said.textContent = "Press Control and C to copy the citation";
    }
    setTimeout(() => { button.textContent = "Copy citation"; }, 4000);
  });
  const item = document.createElement("li");
  item.append(button);
  const cite = citation.closest(".cite");
  if (cite) cite.closest("li").before(item);
  else citation.nextElementSibling.prepend(item);
}

if (navigator.clipboard) {
  document.querySelectorAll(".cite .citation, .citation[data-copy]").forEach(offerCopy);
}

// A slash goes to the search box; n and p go to the next and previous match of a report.
const steps = { n: "step-on", p: "step-back" };
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") {
    event.preventDefault();
    document.getElementById("q")?.focus();
  } else if (steps[event.key]) {
    const here = document.querySelector(".para-match:target");
    const link = here ? here.querySelector(`.${steps[event.key]}`) : document.querySelector(".found a");
    link?.click();
  }
});

// Parameters that say nothing new stay out of the address.
document.querySelectorAll("form[method=get]").forEach((form) => {
  form.addEventListener("submit", () => {
    for (const field of form.elements) {
      const idle = field.tagName === "SELECT" && field.options[0]?.selected;
      if (field.name && field.id !== "q" && (field.value === "" || idle)) field.disabled = true;
    }
  });
  // A page that the back button brings back takes all its fields again.
  window.addEventListener("pageshow", () => {
    for (const field of form.elements) field.disabled = false;
  });
});
