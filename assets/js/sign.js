// Lets a signature be drawn by finger, pen or mouse. What is drawn is kept as points of the sheet, in a field of the form:
// never as an image. Without this script, and for whoever draws nothing, a name is typed.
const MOST_POINTS = 1_500;
// Points nearer to the straight line between their neighbours than this add nothing that one would see.
const FINEST = 0.75;

for (const box of document.querySelectorAll("[data-sign]")) sheet(box);

function sheet(box) {
  const field = box.closest("form").elements[box.dataset.sign];
  const canvas = box.querySelector("canvas");
  const said = box.querySelector("[role=status]");
  const pen = canvas.getContext("2d");
  let lines = read(field.value);
  let line = null;

  // What stands there for who has no scripts.
  box.parentElement.querySelector(".app-sign__before")?.remove();
  box.hidden = false;
  draw();

  canvas.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || line) return;
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    line = [at(event)];
    draw();
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!line) return;
    for (const one of event.getCoalescedEvents?.() ?? [event]) line.push(at(one));
    draw();
  });
  for (const end of ["pointerup", "pointercancel"]) {
    canvas.addEventListener(end, () => {
      if (!line) return;
      lines.push(line);
      line = null;
      keep(box.dataset.there);
    });
  }
  box.querySelector("[data-undo]").addEventListener("click", () => {
    lines.pop();
    keep(lines.length > 0 ? box.dataset.there : box.dataset.empty);
  });
  box.querySelector("[data-clear]").addEventListener("click", () => {
    lines = [];
    keep(box.dataset.empty);
  });

  function at(event) {
    const place = canvas.getBoundingClientRect();
    const along = (from, size, end) => Math.min(end, Math.max(0, Math.round((from / size) * end)));
    return [
      along(event.clientX - place.left, place.width, canvas.width),
      along(event.clientY - place.top, place.height, canvas.height),
    ];
  }

  function keep(words) {
    lines = thinned(lines);
    field.value = lines.map((dots) => dots.map((dot) => dot.join(",")).join(" ")).join(";");
    said.textContent = words;
    draw();
  }

  function draw() {
    pen.clearRect(0, 0, canvas.width, canvas.height);
    Object.assign(pen, { lineWidth: 3, lineCap: "round", lineJoin: "round", strokeStyle: getComputedStyle(canvas).color });
    for (const dots of line ? [...lines, line] : lines) {
      pen.beginPath();
      pen.moveTo(...dots[0]);
      // A line to where it begins shows a dot.
      for (const dot of dots.length > 1 ? dots : [dots[0], dots[0]]) pen.lineTo(...dot);
      pen.stroke();
    }
  }
}

function read(value) {
  return value ? value.split(";").map((line) => line.split(" ").map((dot) => dot.split(",").map(Number))) : [];
}

// Fewer points, as few as are needed: first without those that nobody would see, then coarser.
function thinned(lines) {
  for (let finest = FINEST; ; finest *= 2) {
    const thin = lines.map((line) => simplified(line, finest));
    if (thin.reduce((n, line) => n + line.length, 0) <= MOST_POINTS) return thin;
    if (finest > 100) return thin.slice(0, MOST_POINTS / 4);
  }
}

// The method of Ramer, Douglas and Peucker: keep the point that is farthest off the straight line, and look on both sides.
function simplified(line, finest) {
  if (line.length < 3) return line;
  const [first, last] = [line[0], line.at(-1)];
  let farthest = 0;
  let place = 0;
  for (let n = 1; n < line.length - 1; n += 1) {
    const off = distance(line[n], first, last);
    if (off > farthest) [farthest, place] = [off, n];
  }
  if (farthest <= finest) return [first, last];
  return [...simplified(line.slice(0, place + 1), finest).slice(0, -1), ...simplified(line.slice(place), finest)];
}

function distance([x, y], [fromX, fromY], [toX, toY]) {
  const [wide, high] = [toX - fromX, toY - fromY];
  const length = Math.hypot(wide, high);
  if (length === 0) return Math.hypot(x - fromX, y - fromY);
  return Math.abs(wide * (fromY - y) - (fromX - x) * high) / length;
}
