// A choice that depends on another shows only what belongs to it: the beds of the hospital, the payer's plans.

for (const select of document.querySelectorAll("select[data-narrow-by]")) {
  const by = select.form.elements[select.dataset.narrowBy];
  const narrow = () => {
    for (const option of select.options) {
      const other = Boolean(by.value && option.dataset.of && option.dataset.of !== by.value);
      option.hidden = other;
      option.disabled = other;
    }
    if (select.selectedOptions[0]?.disabled) select.value = "";
  };
  by.addEventListener("change", narrow);
  narrow();
}
