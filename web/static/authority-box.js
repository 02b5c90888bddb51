// The box for an authority: its names are completed as they are typed, in any case. Without scripts
// browsers offer the same list themselves, and the service understands any name.
"use strict";

const MOST_SHOWN = 8;

function plain(text) {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

// Names that begin so come first, then those that have a word that does.
function findNames(names, typed) {
  const wanted = plain(typed);
  if (!wanted) return [];
  const first = names.filter((one) => one.plain.startsWith(wanted));
  const others = names.filter((one) => one.plain.includes(` ${wanted}`) && !first.includes(one));
  const authorities = new Set();
  return [...first, ...others].filter((one) => {
    const isNew = !authorities.has(one.authority);
    authorities.add(one.authority);
    return isNew;
  }).slice(0, MOST_SHOWN);
}

function completeNames(input) {
  const names = [...input.list.options].map((option) => ({
    name: option.value,
    authority: option.label && option.label !== option.value ? option.label : option.value,
    plain: plain(option.value),
    isEmpty: "none" in option.dataset,
  }));
  const list = document.createElement("ul");
  list.id = `${input.id}-list`;
  list.className = "completions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Authorities");
  input.removeAttribute("list");
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  input.parentElement.append(list);

  function mark(item) {
    list.querySelector("[aria-selected=true]")?.setAttribute("aria-selected", "false");
    item?.setAttribute("aria-selected", "true");
    if (item) input.setAttribute("aria-activedescendant", item.id);
    else input.removeAttribute("aria-activedescendant");
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    mark(null);
  }

  function choose(item) {
    input.value = item.dataset.authority;
    close();
    input.form.requestSubmit();
  }

  function show() {
    mark(null);
    list.replaceChildren(...findNames(names, input.value).map((one, place) => {
      const item = document.createElement("li");
      item.id = `${list.id}-${place}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.dataset.authority = one.authority;
      item.textContent = one.name === one.authority ? one.name : `${one.name}: ${one.authority}`;
      if (one.isEmpty) item.append(" (no reports here)");
      item.addEventListener("pointerdown", (event) => event.preventDefault());
      item.addEventListener("click", () => choose(item));
      return item;
    }));
    list.hidden = !list.children.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
  }

  input.addEventListener("input", show);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const marked = list.querySelector("[aria-selected=true]");
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (list.hidden) show();
      const isDown = event.key === "ArrowDown";
      const next = isDown ? marked?.nextElementSibling : marked?.previousElementSibling;
      mark(next ?? (isDown ? list.firstElementChild : list.lastElementChild));
      event.preventDefault();
    } else if (event.key === "Enter" && marked && !list.hidden) {
      event.preventDefault();
      choose(marked);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
}

document.querySelectorAll("input[data-complete]").forEach(completeNames);
