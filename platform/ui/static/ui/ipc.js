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
}())
