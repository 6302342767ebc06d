// Narrows and orders a list of claims. Without this file, or where its data cannot be fetched (pages opened from a
// disk), the plain list stands as it was printed. All words, controls and rows are printed by the generator; what
// happens here is only which rows are shown. The choice is kept in the address: it can be shared, and "back" undoes it.
"use strict"
;(() => {
  const STEP = 50 // Rows shown at once: more of them take a phone noticeably long to lay out.
  const PAUSE = 400 // Milliseconds without a key after which typed words go into the address.

  const one = (selector) => document.querySelector(selector)
  const form = one(".cb-finder")
  const fold = one(".cb-finder__fold")
  const chosen = one(".cb-chosen")
  const hitsLine = one(".cb-hits")
  const plain = one(".cb-plain")
  const found = one(".cb-found")
  const body = one(".cb-found tbody")
  const more = one(".cb-found__more")
  const none = one(".cb-found__none")
  const boxes = [...form.querySelectorAll("[type=checkbox]")]
  const field = form.elements.words // Not "q": the theme opens its own search where an address has that.
  const { sort } = form.elements
  const source = new URL(form.dataset.rows, location)
  const total = Number(form.dataset.claims)

  let data // What was fetched, once it is there.
  let fetching
  let hits = [] // Numbers of the rows that fit, in their order.
  let typing // Timer that runs while somebody types.

  // -- The data: every row with what it answers to.

  // Words are compared by their beginnings, without case, accents and marks.
  const words = (text) =>
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)

  // What articles say is true of passages: each kind of passage is a case of its own, so that "this article" and
  // "worded too strongly" together find a claim which this article words too strongly, not any other.
  const prepare = ({ marks, badges, orders, rows }) => {
    const within = marks.indexOf(form.dataset.within)
    return {
      number: new Map(marks.map((mark, number) => [mark, number])),
      facet: marks.map((mark) => mark.split("=")[0]),
      written: new Intl.NumberFormat(document.documentElement.lang),
      badges,
      orders,
      rows: rows.map((row) => ({
        html: row.html,
        text: ` ${words(row.text).join(" ")}`,
        cases: row.said.map((said) => [...row.marks, ...said]),
        here: within < 0 || row.marks.includes(within),
      })),
    }
  }

  const load = () =>
    (fetching ??= fetch(source, { cache: "no-cache" }) // Asks whether it changed: it has to fit the page.
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
      .then((parts) => (data = prepare(parts))))

  const giveUp = () => {
    const sorry = one(".cb-finder__sorry")
    sorry.hidden = false
    if (form.contains(document.activeElement)) sorry.focus()
    form.remove()
  }

  // -- The choice: what the form says, as pairs of a name and a value.

  const choice = () =>
    [...new FormData(form)].filter(([name, value]) => value.trim() && !(name === "sort" && !sort.selectedIndex))

  const readAddress = () => {
    const asked = new URLSearchParams(location.search)
    for (const box of boxes) box.checked = asked.getAll(box.name).includes(box.value)
    field.value = asked.get("words") ?? ""
    sort.value = asked.get("sort")
    if (sort.selectedIndex < 0) sort.selectedIndex = 0
  }

  // A word that is being typed makes one step of history, not one a letter.
  const writeAddress = (typed) => {
    const query = new URLSearchParams(choice()).toString()
    if (query === location.search.slice(1)) return
    const goOn = typed && history.state?.typed
    history[goOn ? "replaceState" : "pushState"]({ typed }, "", query ? `?${query}` : location.pathname)
  }

  // -- Sifting: which rows fit, and how many would with each further choice.

  const sift = () => {
    const ticked = new Map()
    for (const box of boxes.filter((box) => box.checked)) {
      ticked.set(box.name, [...(ticked.get(box.name) ?? []), data.number.get(`${box.name}=${box.value}`)])
    }
    const wanted = [...ticked]
    // A final "s" is left off, so that "effects" finds "effect" too.
    const beginnings = words(field.value).map((word) => ` ${word.length > 3 ? word.replace(/s$/, "") : word}`)
    const counts = data.facet.map(() => 0)
    hits = data.orders[sort.value].filter((number) => {
      const row = data.rows[number]
      return row.here && beginnings.every((word) => row.text.includes(word)) && weigh(row, wanted, counts)
    })
    return counts
  }

  // Tells whether a row fits, and counts it for every choice that it would fit with. A case that fails one facet alone
  // would fit with another choice in that facet; one that fails two would not fit with any.
  const weigh = (row, wanted, counts) => {
    const reachable = new Set()
    let fits = false
    for (const marks of row.cases) {
      const failed = wanted.filter(([, any]) => !any.some((mark) => marks.includes(mark))).map(([name]) => name)
      fits ||= !failed.length
      if (failed.length > 1) continue
      for (const mark of marks) if (!failed.length || data.facet[mark] === failed[0]) reachable.add(mark)
    }
    for (const mark of reachable) counts[mark] += 1
    return fits
  }

  // -- Showing.

  const show = async () => {
    if (!data && !choice().length) return
    try {
      if (!data) await load()
    } catch {
      giveUp()
      return
    }
    const pairs = choice()
    const counts = sift()
    found.hidden = !pairs.length
    plain.hidden = !found.hidden
    body.replaceChildren()
    if (pairs.length) addRows()
    none.hidden = hits.length > 0
    body.parentElement.hidden = !hits.length
    showCounts(counts)
    showChosen(pairs.filter(([name]) => name !== "sort"))
    const [all, some] = [total, hits.length].map((count) => data.written.format(count))
    const line = some === all ? `All ${all} claims` : `${some} of ${all} claims`
    hitsLine.textContent = line
    one(".cb-finder__fit").textContent = line
  }

  const addRows = () => {
    const html = (number) => data.rows[number].html.replace(/<!--(\d+)-->/, (_, badge) => data.badges[badge])
    const start = body.rows.length
    const fresh = document.createElement("template")
    fresh.innerHTML = hits
      .slice(start, start + STEP)
      .map(html)
      .join("")
    // Addresses in the data are relative to it, and it is shared by lists in several places.
    for (const link of fresh.content.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), source)
    body.append(fresh.content)
    more.hidden = body.rows.length >= hits.length
    return body.rows[start]
  }

  // A choice that would leave nothing cannot be made, but what has the focus must not lose it.
  const showCounts = (counts) => {
    for (const box of boxes) {
      const count = counts[data.number.get(`${box.name}=${box.value}`)] ?? 0
      box.closest("label").querySelector(".cb-option__claims").textContent = count
      box.disabled = !count && !box.checked && box !== document.activeElement
    }
    for (const facet of form.querySelectorAll(".cb-facet")) {
      const picked = facet.querySelectorAll(":checked").length
      facet.querySelector(".cb-facet__on").textContent = picked ? ` (${picked} chosen)` : ""
    }
  }

  const showChosen = (pairs) => {
    const chips = pairs.map(([name, value], place) => {
      const chip = one(".cb-chip-form").content.cloneNode(true)
      const box = boxes.find((box) => box.name === name && box.value === value)
      chip.querySelector(".cb-chosen__label").textContent = box
        ? `${box.closest("fieldset").querySelector("legend").textContent}: ${box.nextElementSibling.textContent}`
        : `“${value.trim()}”`
      chip.querySelector("button").addEventListener("click", () => remove([box ?? field], place))
      return chip
    })
    chosen.querySelector("ul").replaceChildren(...chips)
    chosen.hidden = !chips.length
  }

  // -- What readers do.

  // Takes choices back; the focus goes to the next chip, or to the number of claims where none is left.
  const remove = (controls, place) => {
    for (const control of controls) control === field ? (field.value = "") : (control.checked = false)
    writeAddress(false)
    show()
    const chips = chosen.querySelectorAll("li button")
    ;(chips[Math.min(place, chips.length - 1)] ?? hitsLine).focus()
  }
  const removeAll = () => remove([field, ...boxes], 0)

  form.addEventListener("input", (event) => {
    clearTimeout(typing)
    if (event.target === field) typing = setTimeout(writeAddress, PAUSE, true)
    else writeAddress(false)
    show()
  })
  field.addEventListener("change", () => {
    clearTimeout(typing)
    writeAddress(true)
  })
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    writeAddress(true)
    fit()
    hitsLine.focus()
  })
  for (const sign of ["focusin", "pointerover"]) form.addEventListener(sign, () => load().catch(() => {}), { once: true })
  more.querySelector("button").addEventListener("click", () => addRows().querySelector("a").focus())
  none.querySelector("button").addEventListener("click", removeAll)
  one(".cb-chosen__clear").addEventListener("click", removeAll)
  addEventListener("popstate", () => {
    clearTimeout(typing)
    readAddress()
    show()
  })

  // In wide windows there is room for the filters; on phones they wait in a fold.
  const wide = matchMedia("(min-width: 48em)")
  const fit = () => (fold.open = wide.matches)
  wide.addEventListener("change", fit)
  fit()

  if (location.protocol === "file:") giveUp()
  else {
    readAddress()
    show()
  }
})()
