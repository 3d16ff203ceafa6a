// Says in good time that a session of staff is about to end, and makes it last when asked to. It takes the focus from
// nobody. Without it the page says when the session ends, and a form that comes late is kept.
const WARN_SECONDS = 5 * 60;

const box = document.querySelector("[data-session-seconds]");
if (box) watch(box, box.querySelector("[role=status]"), box.querySelector("button"));

function watch(box, status, button) {
  const shown = Date.now();
  let ends = shown + Number(box.dataset.sessionSeconds) * 1000;
  let timer = 0;

  // A machine that slept wakes with its timers late, so the clock is asked each time.
  function look() {
    const left = (ends - Date.now()) / 1000;
    if (left <= 0) return say(box.dataset.over, false);
    if (left <= WARN_SECONDS) say(box.dataset.soon, true);
    timer = setTimeout(look, 1000 * (left > WARN_SECONDS ? Math.min(left - WARN_SECONDS, 60) : Math.min(left, 15)));
  }

  function say(words, offer) {
    box.classList.add("app-session--shown");
    // What is said again is not written again: a screen reader would read it each time.
    if (status.textContent !== words) status.textContent = words;
    if (!offer && document.activeElement === button) status.focus();
    button.hidden = !offer;
  }

  button.addEventListener("click", async () => {
    clearTimeout(timer);
    const reply = await fetch(box.dataset.stay, { redirect: "manual" }).catch(() => null);
    const seconds = Number(reply?.ok && reply.headers.get("session-seconds"));
    if (seconds > 0) {
      ends = Date.now() + seconds * 1000;
      say(box.dataset.stays, false);
    }
    look();
  });

  look();
}
