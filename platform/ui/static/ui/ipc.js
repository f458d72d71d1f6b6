/* Small conveniences on pages that work without them. */
(function () {
  'use strict'

  // A region that doesn't scroll needs no stop on the way of the Tab key.
  function mindScrolling () {
    document.querySelectorAll('.ipc-scroll').forEach(function (region) {
      if (region.scrollWidth > region.clientWidth) {
        region.setAttribute('tabindex', '0')
      } else {
        region.removeAttribute('tabindex')
      }
    })
  }

  document.addEventListener('DOMContentLoaded', mindScrolling)
  window.addEventListener('resize', mindScrolling)
  document.addEventListener('toggle', mindScrolling, true)

  // htmx asks with the page's own token, and new content gets the same conveniences.
  document.addEventListener('htmx:configRequest', function (event) {
    var token = document.querySelector('input[name="csrfmiddlewaretoken"]')
    if (token) event.detail.headers['X-CSRFToken'] = token.value
  })
  document.addEventListener('htmx:afterSwap', mindScrolling)

  // A session that ends without a click says so five minutes before, and one click keeps it.
  var warnSeconds = 300

  function mindSession () {
    var region = document.querySelector('.ipc-session-ending')
    if (!region) return
    var wait = (Number(region.dataset.idleSeconds) - warnSeconds) * 1000
    function warnLater () { setTimeout(warn, wait) }
    function warn () {
      region.appendChild(document.getElementById('session-ending').content.cloneNode(true))
      region.querySelector('button').addEventListener('click', stay)
    }
    function stay () {
      fetch(region.dataset.stay, { credentials: 'same-origin', redirect: 'error' }).then(function () {
        region.textContent = ''
        warnLater()
      }, function () { location.reload() })
    }
    warnLater()
  }

  document.addEventListener('DOMContentLoaded', mindSession)

  // "Exit this page": the page is blanked, and taken out of the way back. Shift three times in a row does the same.
  function mindExit () {
    var link = document.querySelector('[data-exit] a')
    if (!link) return
    var pressed = 0
    function leave (event) {
      if (event) event.preventDefault()
      document.body.hidden = true
      document.title = ''
      location.replace(link.href)
    }
    link.addEventListener('click', leave)
    document.addEventListener('keyup', function (event) {
      pressed = event.key === 'Shift' ? pressed + 1 : 0
      if (pressed === 3) leave()
    })
  }

  document.addEventListener('DOMContentLoaded', mindExit)
}())
