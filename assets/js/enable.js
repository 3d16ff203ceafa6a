// Tells the style sheet that scripts run here. Load it first in the body, without `defer`, so that nothing jumps.
// Only browsers that know modules get the second class: the others use the pages as they are without scripts.
document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("govuk-frontend-supported");
}
