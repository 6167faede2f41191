// Elements from values. Text is always a text node: nothing a file says is ever read as markup.

const SVG = "http://www.w3.org/2000/svg";

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "style") for (const [key, each] of Object.entries(value)) node.style.setProperty(key, each);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat(Infinity)) {
    if (child === undefined || child === null || child === false) continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return node;
}

export function el(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

// The node with these children and no others; what is null is left out.
export function put(node, ...children) {
  node.replaceChildren();
  return fill(node, {}, children);
}

export function svg(tag, attributes, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

export function button(text, onclick, attributes) {
  return el("button", { type: "button", onclick, ...attributes }, text);
}

export function byId(id) {
  return document.getElementById(id);
}

let said = 0;

export function say(text) {
  // The same words twice are read twice: the region is emptied first.
  const status = byId("status");
  status.textContent = "";
  clearTimeout(said);
  requestAnimationFrame(() => { status.textContent = text; });
  said = setTimeout(() => { status.textContent = ""; }, 9000);
}

export function download(name, text, type) {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = el("a", { href: url, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

export function focusOn(node, block) {
  node.focus({ preventScroll: true });
  node.scrollIntoView({ block: block || "start", behavior: "auto" });
}

// One frame is drawn before what takes long begins.
export function drawn() {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
}
