// Sends a file in pieces, says how much has come, and goes on where it stopped: after a break, and on another device,
// because the server says which pieces it has. Without it the same form sends the file as a whole.
const TRIES = 30;
const LONGEST_PAUSE_SECONDS = 20;

const form = document.querySelector("form[data-upload]");
if (form) watch(form);

function watch(form) {
  const input = form.querySelector("input[type=file]");
  const box = form.querySelector(".app-upload");
  const [text, bar] = [box.querySelector("p"), box.querySelector("progress")];
  const { upload, page, progress, paused, failed } = form.dataset;
  const csrf = form.elements.csrf.value;
  let busy = false;

  form.addEventListener("submit", async (event) => {
    const file = input.files[0];
    // Nothing was chosen: the server has the words for it.
    if (!file && !busy) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    clear();
    try {
      await send(file);
      location.assign(page);
    } catch (wrong) {
      if (wrong.reload) return location.assign(page);
      box.hidden = true;
      busy = false;
      tell(wrong.words || failed);
    }
  });

  async function send(file) {
    const sent = (bytes) => {
      const percent = Math.floor((100 * bytes) / file.size);
      bar.value = percent;
      // Said in steps: a screen reader would read each number.
      say(fill(progress, file.name, percent - (percent % 10)));
    };
    box.hidden = false;
    const begun = await trying(file, () => ask("begin", { name: file.name, size: file.size }));
    const have = new Set(begun.have);
    let bytes = 0;
    for (let n = 0; n * begun.piece < file.size; n += 1) {
      const piece = file.slice(n * begun.piece, (n + 1) * begun.piece);
      if (!have.has(n)) {
        await trying(file, () => sendPiece(begun.upload, n, piece, (part) => sent(bytes + part)));
      }
      bytes += piece.size;
      sent(bytes);
    }
    await trying(file, () => ask("finish", { upload: begun.upload }));
  }

  // What broke off is tried again, each time after a longer pause. What was refused is not.
  async function trying(file, act) {
    for (let n = 1; ; n += 1) {
      try {
        return await act();
      } catch (wrong) {
        if (!wrong.again || n === TRIES) throw wrong;
        say(fill(paused, file.name, 0));
        await new Promise((done) => setTimeout(done, 1000 * Math.min(2 ** (n - 1), LONGEST_PAUSE_SECONDS)));
      }
    }
  }

  function ask(what, fields) {
    return request(`${upload}/${what}`, new URLSearchParams({ csrf, ...fields }), () => {});
  }

  function sendPiece(object, n, piece, sent) {
    return request(`${upload}/piece?upload=${object}&n=${n}`, piece, sent);
  }

  // XMLHttpRequest, because fetch does not say how much of a body has been sent.
  function request(address, body, sent) {
    return new Promise((done, fail) => {
      const request = new XMLHttpRequest();
      request.open("POST", address);
      request.responseType = "json";
      request.setRequestHeader("x-csrf", csrf);
      if (body instanceof Blob) request.setRequestHeader("content-type", "application/octet-stream");
      request.upload.addEventListener("progress", (event) => sent(event.loaded));
      request.addEventListener("load", () => {
        const said = request.response;
        if (request.status === 200 && said) return done(said);
        if (said?.error) return fail({ words: said.error });
        const again = Boolean(said?.again) || [408, 429, 502, 503, 504].includes(request.status);
        return fail({ again, reload: !again });
      });
      for (const broken of ["error", "timeout", "abort"]) {
        request.addEventListener(broken, () => fail({ again: true }));
      }
      request.send(body);
    });
  }

  function fill(words, name, percent) {
    return words.replace("%name", () => name).replace("%percent", percent);
  }

  // What is said again is not written again: a screen reader would read it each time.
  function say(words) {
    if (text.textContent !== words) text.textContent = words;
  }

  // An error as the server's own page shows one: above the heading, and beside the field.
  function tell(words) {
    const summary = make("div", "govuk-error-summary");
    const [inside, body, list, item, link] = ["div", "div", "ul", "li", "a"].map((tag) => make(tag, ""));
    const title = make("h2", "govuk-error-summary__title");
    inside.setAttribute("role", "alert");
    title.textContent = form.dataset.problem;
    body.className = "govuk-error-summary__body";
    list.className = "govuk-list govuk-error-summary__list";
    link.href = `#${input.id}`;
    link.textContent = words;
    item.append(link);
    list.append(item);
    body.append(list);
    inside.append(title, body);
    summary.append(inside);
    summary.tabIndex = -1;
    document.querySelector("h1").parentElement.prepend(summary);
    const message = make("p", "govuk-error-message");
    const prefix = make("span", "govuk-visually-hidden");
    prefix.textContent = form.dataset.prefix;
    message.id = `${input.id}-error`;
    message.append(prefix, ` ${words}`);
    input.before(message);
    input.classList.add("govuk-file-upload--error");
    input.closest(".govuk-form-group").classList.add("govuk-form-group--error");
    input.setAttribute("aria-describedby", message.id);
    summary.focus();
  }

  function clear() {
    document.querySelector(".govuk-error-summary")?.remove();
    form.querySelector(".govuk-error-message")?.remove();
    form.querySelector(".govuk-form-group--error")?.classList.remove("govuk-form-group--error");
    input.classList.remove("govuk-file-upload--error");
    input.removeAttribute("aria-describedby");
  }

  function make(tag, classes) {
    const made = document.createElement(tag);
    if (classes) made.className = classes;
    return made;
  }
}
