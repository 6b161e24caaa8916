// The few texts that scripts show, in the language of the page: the page wrote them.

const held = document.getElementById("words")?.dataset ?? {};

/** A text of the page's template#words. */
export function word(name) {
  return held[name] ?? "";
}

/** A text without case and accents, for comparing. */
export function fold(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();
}
