// Elements of HTML and SVG. What is said in them is always text, never markup.

export function el(tag, properties = {}, ...children) {
  return fill(document.createElement(tag), properties, children);
}

export function svg(tag, properties = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), properties, children);
}

function fill(element, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child != null));
  return element;
}

let fields = 0;

/** A label with its control, and a hint below if there is one. */
export function field(label, control, wide = false) {
  control.id ||= `field-${++fields}`;
  return el("div", { class: wide ? "field wide" : "field" }, el("label", { for: control.id }, label), control);
}

export function options(values, chosen = "") {
  return values.map(([value, label]) => el("option", { value, selected: value === chosen }, label));
}
