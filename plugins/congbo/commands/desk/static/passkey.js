// The only script of the desk: asks the browser's passkey to sign, or to be made, and puts the answer into the form.
"use strict";

const toBytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const toText = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

async function signed(form) {
  const { response } = await navigator.credentials.get({
    publicKey: { challenge: toBytes(form.dataset.challenge), rpId: form.dataset.site, userVerification: "required", timeout: 120000 },
  });
  return { authenticator_data: response.authenticatorData, client_data: response.clientDataJSON, signature: response.signature };
}

async function made(form) {
  const { dataset } = form;
  const { response } = await navigator.credentials.create({
    publicKey: {
      challenge: toBytes(dataset.challenge),
      rp: { id: dataset.site, name: "congbo" },
      user: { id: toBytes(dataset.user), name: dataset.login, displayName: dataset.name },
      pubKeyCredParams: [{ type: "public-key", alg: -7 }],
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
      attestation: "none",
      timeout: 120000,
    },
  });
  return { public_key: response.getPublicKey(), authenticator_data: response.getAuthenticatorData(), client_data: response.clientDataJSON };
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const said = form.querySelector(".said");
    const button = form.querySelector("button");
    button.disabled = true;
    said.textContent = "";
    try {
      const answer = await (form.dataset.passkey === "get" ? signed(form) : made(form));
      for (const [name, bytes] of Object.entries(answer)) form.elements[name].value = toText(bytes);
      form.submit();
    } catch (error) {
      said.textContent = `${form.dataset.failed} (${error.name})`;
      button.disabled = false;
    }
  });
}
