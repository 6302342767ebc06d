// Everything works without this file: it opens folds for printing and lets a button open the search.
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("details")) fold.open = true
})
document.querySelector(".cb-find")?.addEventListener("click", () => {
  document.querySelector("#__search").click()
  document.querySelector(".md-search__input").focus()
})
