// Elements of HTML and SVG. What is said in them is always text, never markup.

/**
 * Attributes by their names, and after "on" what is done when an event comes. True is an attribute without a value; false and
 * nothing are none.
 * @typedef {Record<string, any>} Properties
 * @typedef {Node | string | number | null | undefined} Child what stands in an element; nothing is passed over
 */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Properties} [properties]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, properties = {}, ...children) {
  return fill(document.createElement(tag), properties, children);
}

/**
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Properties} [properties]
 * @param {...(Child | Child[])} children
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function svg(tag, properties = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), properties, children);
}

/**
 * An element with other attributes.
 * @param {Element} element
 * @param {Properties} properties
 */
export function set(element, properties) {
  fill(element, properties, []);
}

/**
 * @template {Element} T
 * @param {T} element
 * @param {Properties} properties
 * @param {(Child | Child[])[]} children
 */
function fill(element, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child != null).map((child) => (typeof child === "number" ? String(child) : child)));
  return element;
}

let fields = 0;

/**
 * A label with its control.
 * @param {string} label
 * @param {HTMLElement} control
 * @param {boolean} [wide] whether it takes a row for itself
 */
export function field(label, control, wide = false) {
  control.id ||= `field-${++fields}`;
  return el("div", { class: wide ? "field wide" : "field" }, el("label", { for: control.id }, label), control);
}

/**
 * The options of a select.
 * @param {Iterable<readonly (string | number)[]>} values what each stands for, and what it is called
 * @param {string | number} [chosen]
 */
export function options(values, chosen = "") {
  return [...values].map(([value, label]) => el("option", { value, selected: value === chosen }, label));
}
