// Everything works without this file: it opens folds for printing gives the theme's search a name
// for screen readers, and lets a button open it.
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("details")) fold.open = true
})
document.querySelector(".md-search")?.setAttribute("aria-label", "Search")
document.querySelector(".cb-find")?.addEventListener("click", () => {
  document.querySelector("#__search").click()
  document.querySelector(".md-search__input").focus()
})
