// Everything works without this file: it opens folds for printing, gives the theme's search a name for screen readers,
// lets a button open it, and says to Safari that tables are tables.
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("details")) fold.open = true
})
document.querySelector(".md-search")?.setAttribute("aria-label", "Search")
document.querySelector(".cb-find")?.addEventListener("click", () => {
  document.querySelector("#__search").click()
  document.querySelector(".md-search__input").focus()
})

// Where rows are laid out as cards, Safari forgets that they are rows of a table; roles remind it. HTML lets no author
// write them down, and screen readers get what scripts say.
const ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TFOOT: "rowgroup", TR: "row", TD: "cell" }
const HEADS = { col: "columnheader", colgroup: "columnheader", row: "rowheader", rowgroup: "rowheader" }
const remind = (table) => {
  for (const part of [table, ...table.querySelectorAll("thead, tbody, tfoot, tr, th, td")]) {
    part.setAttribute("role", ROLES[part.tagName] ?? HEADS[part.scope])
  }
}
for (const table of document.querySelectorAll("table[class^=cb-]")) {
  remind(table)
  for (const body of table.tBodies) new MutationObserver(() => remind(table)).observe(body, { childList: true })
}

// A due day that has passed is told in words; the pages themselves know no today.
const now = new Date()
const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-")
for (const day of document.querySelectorAll(".cb-due time")) {
  if (day.dateTime < today) day.insertAdjacentHTML("afterend", '<strong class="cb-due__late cb-scripted">overdue</strong>')
}
