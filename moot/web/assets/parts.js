// The parts of the page in a folder: each is a compressed file beside this one.

const HERE = new URL(".", import.meta.url);

async function bytes(name) {
  const got = await fetch(new URL(`parts/${name}.bin`, HERE));
  if (!got.ok) throw new Error(`The part ${name} of this page is missing.`);
  return got.body;
}

export function part(name) {
  const pipe = new TransformStream();
  bytes(name)
    .then((body) => body.pipeThrough(new DecompressionStream("gzip")).pipeTo(pipe.writable))
    .catch((error) => pipe.writable.abort(error).catch(() => {}));
  return pipe.readable;
}

export async function partText(name) {
  return new Response(part(name)).text();
}

export async function moduleOf(name) {
  return import(new URL(`parts/${name}`, HERE));
}
