// The parts of the page in one file: each is compressed text in a data block.

function decoded(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const raw = atob(text);
  const out = new Uint8Array(raw.length);
  for (let at = 0; at < raw.length; at += 1) out[at] = raw.charCodeAt(at);
  return out;
}

export function part(name) {
  const block = document.getElementById(`part-${name}`);
  const body = new Blob([decoded(block.textContent)]).stream();
  block.remove();
  return body.pipeThrough(new DecompressionStream("gzip"));
}

export async function partText(name) {
  return new Response(part(name)).text();
}

export async function moduleOf(name) {
  const url = URL.createObjectURL(new Blob([await new Response(part(name)).arrayBuffer()], { type: "text/javascript" }));
  try { return await import(url); } finally { URL.revokeObjectURL(url); }
}
