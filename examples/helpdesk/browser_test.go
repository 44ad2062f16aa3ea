package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/slaclock/slaclock/calendar"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/agreements"
	"github.com/slaclock/slaclock/examples/helpdesk/internal/clock"
	"github.com/slaclock/slaclock/examples/helpdesk/internal/desk"
	"github.com/slaclock/slaclock/examples/helpdesk/internal/store"
	"github.com/slaclock/slaclock/examples/helpdesk/internal/web"
)

// browser returns the path of a Chromium, or skips the test and says how to get one.
func browser(t *testing.T) string {
	if path := os.Getenv("HELPDESK_BROWSER"); path != "" {
		return path
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("no Chromium here: install it, on Debian with apt-get install chromium, or name one in HELPDESK_BROWSER")
	return ""
}

// sampleServer serves the sample, as go run . does, and a ticket under a document.
func sampleServer(t *testing.T) string {
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "browser.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	log := slog.New(slog.NewTextHandler(io.Discard, nil))
	c := clock.Fast{From: time.Date(2026, time.March, 3, 14, 0, 0, 0, time.UTC), Anchor: time.Now(), Rate: 1}
	more, err := agreements.ReadDocuments([]string{worksDesk, "sample/cold-desk.json"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	d := desk.New(s, agreements.NewRegistry(append(agreements.Sources{agreements.BuiltIn{}}, more...)), c, log)
	if err := d.Start(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := addSample(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	if _, _, err := d.Create(t.Context(), desk.NewTicket{
		ID: "W", Title: "The belt stands still", Terms: store.Terms{Agreement: "works-desk", Customer: "{}", Readings: "{}", Attributes: `{"title":"foreman","tier":"gold"}`},
		Report: desk.NewEvent{Kind: "reported", At: calendar.At(c.From.Add(-26 * time.Hour)), Severity: "urgent"},
		More:   []desk.NewEvent{{Kind: "put_on_hold", At: calendar.At(c.From.Add(-25 * time.Hour))}, {Kind: "taken_off_hold", At: calendar.At(c.From.Add(-5 * time.Hour))}, {Kind: "put_on_hold", At: calendar.At(c.From.Add(-5*time.Hour + 30*time.Minute))}},
	}); err != nil {
		t.Fatal(err)
	}
	h, err := web.New(web.Options{Desk: d, Log: log, Token: testToken, Rate: 1, Metrics: prometheus.NewRegistry()})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	return server.URL
}

// A tab is a browser's tab that is at work on the service.
type tab struct {
	t   *testing.T
	ctx context.Context
	url string

	mu       sync.Mutex
	mistakes []string // what the browser complained about: errors of scripts, refused by the policy
}

// do runs actions and fails the test if one does.
func (b *tab) do(what string, actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, actions...); err != nil {
		b.t.Fatalf("%s: %v", what, err)
	}
}

// until asks until something is so, or for longer than any browser takes for a small thing
// on a busy machine: what never comes is told by the caller.
func (b *tab) until(so func() bool) {
	for range 1000 {
		if so() {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// open opens a page.
func (b *tab) open(path string) {
	b.t.Helper()
	b.do("open "+path, chromedp.Navigate(b.url+path), chromedp.WaitReady(chromedp.CSS("main")))
}

// text returns the text of an element.
func (b *tab) text(selector string) string {
	b.t.Helper()
	text, err := chromedp.Run(b.ctx, chromedp.Text(chromedp.CSS(selector)))
	if err != nil {
		b.t.Fatalf("%s: %v", selector, err)
	}
	return text
}

// eval returns what a script gives.
func eval[T any](b *tab, script string) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](script))
	if err != nil {
		b.t.Fatalf("%s: %v", script, err)
	}
	return v
}

// call gives the browser a command.
func call[P, R any](b *tab, command cdp.Command[P, R], params P) {
	b.t.Helper()
	if _, err := chromedp.Call(b.ctx, command, params); err != nil {
		b.t.Fatal(err)
	}
}

// prefer makes the browser prefer light or dark pages.
func prefer(b *tab, scheme string) {
	b.t.Helper()
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
	})
}

// keys presses keys, one after the other.
func (b *tab) keys(keys ...string) {
	b.t.Helper()
	for _, k := range keys {
		b.do("press a key", chromedp.KeyEvent(k))
	}
}

// submit sends the form that an element is in, and waits for the next page.
func (b *tab) submit(selector string) {
	b.t.Helper()
	if _, err := chromedp.RunResponse(b.ctx, chromedp.Click(chromedp.CSS(selector))); err != nil {
		b.t.Fatalf("send with %s: %v", selector, err)
	}
	b.do("the next page", chromedp.WaitReady(chromedp.CSS("main")))
}

// TestBrowser uses the pages as people do, in a real browser.
func TestBrowser(t *testing.T) {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(browser(t)), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
		chromedp.WSURLReadTimeout(60*time.Second))
	// The folder of its profile is chromedp's own and none of t.TempDir: chromedp knows that the
	// browser's children can still write there after it has ended, and removes it nonetheless.
	// The limit of time is go test's, since a machine can have much else to do; it is a little
	// sooner here, so that what hangs is told.
	limit := context.Background()
	if end, ok := t.Deadline(); ok {
		var cancelLimit context.CancelFunc
		limit, cancelLimit = context.WithDeadline(limit, end.Add(-10*time.Second))
		t.Cleanup(cancelLimit)
	}
	allocator, cancel := chromedp.NewExecAllocator(limit, options...)
	t.Cleanup(cancel)
	window, closeWindow := chromedp.NewContext(allocator)
	t.Cleanup(closeWindow)
	if err := chromedp.Do(window); err != nil {
		t.Fatalf("the browser does not start: %v", err)
	}
	for _, part := range []struct {
		name string
		test func(*tab)
	}{
		{"countdown", testCountdown}, {"keyboard", testKeyboard}, {"form by keyboard", testKeyboardForm}, {"work", testWork}, {"without JavaScript", testWithoutScript}, {"looks", testLooks}, {"picture", testPicture},
	} {
		t.Run(part.name, func(t *testing.T) {
			ctx, closeTab := chromedp.NewContext(window, chromedp.WithNewBrowserContext())
			defer closeTab()
			b := &tab{t: t, ctx: ctx, url: sampleServer(t)}
			err := chromedp.Listen(ctx, func(event any) {
				b.mu.Lock()
				defer b.mu.Unlock()
				switch e := event.(type) {
				case *runtime.EventExceptionThrown:
					b.mistakes = append(b.mistakes, e.ExceptionDetails.Text)
				case *cdplog.EventEntryAdded:
					if e.Entry.Level == cdplog.EntryLevelError && e.Entry.Source != cdplog.EntrySourceNetwork {
						b.mistakes = append(b.mistakes, e.Entry.Text)
					}
				}
			})
			if err != nil {
				t.Fatal(err)
			}
			b.do("a tab", chromedp.EmulateViewport(1280, 900))
			call(b, cdplog.Enable, cdp.Empty{})
			part.test(b)
			b.mu.Lock()
			defer b.mu.Unlock()
			if len(b.mistakes) > 0 {
				t.Errorf("the browser complains: %q", b.mistakes)
			}
		})
	}
}

// testCountdown sees that the queue is in order and that its countdowns run.
func testCountdown(b *tab) {
	b.open("/")
	untils := eval[[]string](b, `[...document.querySelectorAll(".queue [data-until]")].map(e => new Date(e.dataset.until).toISOString())`)
	if len(untils) < 5 {
		b.t.Fatalf("the queue has %d countdowns", len(untils))
	}
	for i := range untils[1:] {
		if untils[i+1] < untils[i] {
			b.t.Errorf("the queue is not in order: %q", untils)
		}
	}
	before := b.text(".queue .count")
	after := before
	b.until(func() bool { after = b.text(".queue .count"); return after != before })
	if after == before || !strings.HasPrefix(after, "in 2") {
		b.t.Errorf("the countdown was %q and is %q", before, after)
	}
}

// testKeyboard goes to a ticket without a mouse.
func testKeyboard(b *tab) {
	b.open("/")
	b.keys(kb.Tab)
	if text := eval[string](b, `document.activeElement.textContent`); text != "Skip to content" {
		b.t.Errorf("the first stop is %q", text)
	}
	if x := eval[float64](b, `document.activeElement.getBoundingClientRect().left`); x < 0 {
		b.t.Error("the skip link cannot be seen while it has the focus")
	}
	b.keys(kb.Enter)
	if id := eval[string](b, `document.activeElement.id`); id != "main" {
		b.t.Errorf("the skip link leads to %q", id)
	}
	for range 10 {
		b.keys(kb.Tab)
		if strings.HasPrefix(eval[string](b, `document.activeElement.getAttribute("href") || ""`), "/tickets/T-") {
			break
		}
	}
	if outline := eval[string](b, `getComputedStyle(document.activeElement).outlineStyle`); outline != "solid" {
		b.t.Errorf("the focus cannot be seen: outline %q", outline)
	}
	title := eval[string](b, `document.activeElement.textContent`)
	if _, err := chromedp.RunResponse(b.ctx, chromedp.KeyEvent(kb.Enter)); err != nil {
		b.t.Fatal(err)
	}
	if got := b.text("h1"); !strings.HasPrefix(got, title) {
		b.t.Errorf("the page is %q, want %q", got, title)
	}
	const reasons = "#reasons ~ details"
	if text := b.text(reasons + "[open] .steps"); !strings.Contains(text, "PUR-3") {
		b.t.Errorf("the reasons are %q", text)
	}
	b.do("the reasons", chromedp.Focus(chromedp.CSS(reasons+" summary")))
	for _, open := range []bool{false, true} {
		b.keys(kb.Enter)
		if got := eval[bool](b, `document.querySelector("`+reasons+`").open`); got != open {
			b.t.Errorf("after Enter the reasons are open: %t, want %t", got, open)
		}
	}
}

// testKeyboardForm signs in and adds an event without a mouse.
func testKeyboardForm(b *tab) {
	enter := func() {
		b.t.Helper()
		if _, err := chromedp.RunResponse(b.ctx, chromedp.KeyEvent(kb.Enter)); err != nil {
			b.t.Fatal(err)
		}
		b.do("the next page", chromedp.WaitReady(chromedp.CSS("main")))
	}
	tabTo := func(script string) {
		b.t.Helper()
		for range 40 {
			b.keys(kb.Tab)
			if eval[bool](b, script) {
				return
			}
		}
		b.t.Fatalf("no stop where %s", script)
	}
	b.open("/login?next=/tickets/T-3")
	b.keys(testToken) // its field has the focus
	enter()
	tabTo(`document.activeElement.id === "kind"`)
	b.keys("resp")
	tabTo(`document.activeElement.id === "note"`)
	b.keys("Without a mouse.")
	tabTo(`document.activeElement.textContent === "Add the event"`)
	enter()
	if text := b.text("#events ~ table"); !strings.Contains(text, "responded") || !strings.Contains(text, "Without a mouse.") {
		b.t.Errorf("the events are %q", text)
	}
}

// signInBrowser signs in on the way to a page.
func signInBrowser(b *tab, next string) {
	b.t.Helper()
	b.open("/login?next=" + next)
	b.do("the token", chromedp.SendKeys(chromedp.CSS("#token"), "not the token at all"))
	b.submit("main button")
	if text := b.text("[role=alert]"); !strings.Contains(text, "not the token") {
		b.t.Errorf("a wrong token: %q", text)
	}
	b.do("the token", chromedp.SendKeys(chromedp.CSS("#token"), testToken))
	b.submit("main button")
}

// wrong sees that an element has the focus, can be seen, and is described by words
// that can be seen too.
func (b *tab) wrong(id, words string) {
	b.t.Helper()
	const script = `(() => {
  const e = document.activeElement, box = e.getBoundingClientRect();
  const about = e.id === "mistake" ? [e.id] : (e.getAttribute("aria-describedby") || "").split(" ");
  const text = about.map((id) => document.getElementById(id)?.innerText ?? "").join(" ");
  const seen = box.top >= 0 && box.bottom <= innerHeight;
  return [e.id, text, String(seen), String([...document.querySelectorAll("[aria-invalid]")].every((x) => x === e))];
})()`
	var got []string
	b.until(func() bool { // the focus goes there a moment after the page has come
		got = eval[[]string](b, script)
		return got[0] == id && got[2] == "true"
	})
	if got[0] != id || !strings.Contains(got[1], words) || got[2] != "true" || got[3] != "true" {
		b.t.Errorf("%q has the focus, described by %q (can be seen: %s, it alone is wrong: %s), want %q with %q", got[0], got[1], got[2], got[3], id, words)
	}
}

// testWork opens a ticket with a mistake in it, then without, and adds an event.
func testWork(b *tab) {
	const title = `<script>document.title="stolen"</script> & more`
	signInBrowser(b, "/tickets/new%3Fagreement%3Dportx")
	b.do("fill the form",
		chromedp.SendKeys(chromedp.CSS("#title"), title),
		chromedp.SetValue(chromedp.CSS("#severity"), "S2"),
		chromedp.SetValue(chromedp.CSS("#f-zone"), "Europe/Berln"))
	b.submit("main form button")
	if text := b.text("[role=alert]"); !strings.Contains(text, "Europe/Berln") {
		b.t.Errorf("the mistake is told as %q", text)
	}
	if got := eval[string](b, `document.querySelector("#title").value + document.querySelector("#severity").value + document.querySelector("[aria-invalid]").id`); got != title+"S2f-zone" {
		b.t.Errorf("the form forgot what was in it: %q", got)
	}
	b.wrong("f-zone", "Europe/Berln")
	b.do("put it right, and another one wrong", chromedp.SetValue(chromedp.CSS("#f-zone"), "Europe/Berlin"), chromedp.SendKeys(chromedp.CSS("#at"), "soon"))
	b.submit("main form button")
	b.wrong("at", `"soon" is not a time`)
	b.do("put it right", chromedp.Clear(chromedp.CSS("#at")))
	b.submit("main form button")
	if got := b.text("h1"); !strings.HasPrefix(got, title) {
		b.t.Errorf("the ticket is %q", got)
	}
	b.do("fill the form", chromedp.SetValue(chromedp.CSS("#kind"), "responded"), chromedp.SendKeys(chromedp.CSS("#note"), "We look at it."))
	b.submit("#add ~ form button")
	if got := b.text("#clocks ~ table .state"); got != "met" {
		b.t.Errorf("after the response the clock is %q", got)
	}
	if got := b.text("[role=status]"); got == "" {
		b.t.Error("nothing says that the event was added")
	}
	b.do("fill the form", chromedp.SetValue(chromedp.CSS("#kind"), "severity_changed")) // and no severity
	b.submit("#add ~ form button")
	b.wrong("severity", "severity")
	b.do("fill the form", chromedp.SetValue(chromedp.CSS("#kind"), "updated"), chromedp.SendKeys(chromedp.CSS("#at"), "25:00"))
	b.submit("#add ~ form button")
	b.wrong("at", `"25:00" is not a time`)
	b.do("fill the form", chromedp.Clear(chromedp.CSS("#at")), chromedp.SetAttributeValue(chromedp.CSS("[name=key]"), "value", "a b"))
	b.submit("#add ~ form button")
	b.wrong("mistake", "Idempotency-Key") // of no field: the words themselves have the focus
	b.open("/nothing")
	if text := b.text("main"); !strings.Contains(text, "nothing at this address") {
		b.t.Errorf("an address that does not exist: %q", text)
	}
}

// testWithoutScript does the same work in a browser without JavaScript.
func testWithoutScript(b *tab) {
	call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	b.open("/")
	if text := b.text(".queue .count"); !strings.HasPrefix(text, "in ") {
		b.t.Errorf("the queue says %q", text)
	}
	signInBrowser(b, "/tickets/new")
	b.submit(`.choices a[href$="purchased"]`)
	b.do("fill the form", chromedp.SendKeys(chromedp.CSS("#title"), "no script"), chromedp.SendKeys(chromedp.CSS("#channel"), "p"))
	b.submit("main form button")
	b.do("fill the form", chromedp.SetValue(chromedp.CSS("#kind"), "severity_changed"), chromedp.SendKeys(chromedp.CSS("#note"), "done"))
	b.submit("#add ~ form button")
	b.wrong("severity", "severity")
	b.do("put it right", chromedp.SetValue(chromedp.CSS("#kind"), "responded"))
	b.submit("#add ~ form button")
	if text := b.text("#events ~ table"); !strings.Contains(text, "done") {
		b.t.Errorf("the events are %q", text)
	}
}

// contrasts finds text that is hard to read: it returns the texts whose contrast with
// what lies behind them is below 4.5, as WCAG asks for.
const contrasts = `(() => {
  const parse = (c) => { const m = c.match(/[\d.]+/g).map(Number); return { rgb: m.slice(0, 3), a: m.length > 3 ? m[3] : 1 }; };
  const light = ({ rgb }) => { const [r, g, b] = rgb.map((v) => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const behind = (e) => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.a === 1) return c; } return { rgb: [255, 255, 255] }; };
  const faint = (e) => { let o = 1; for (; e; e = e.parentElement) o *= Number(getComputedStyle(e).opacity); return o; };
  const bad = [];
  for (const e of document.querySelectorAll("body *")) {
    const text = [...e.childNodes].filter((n) => n.nodeType === 3).map((n) => n.textContent.trim()).join("");
    const box = e.getBoundingClientRect();
    if (!text || box.width < 2 || ["OPTION", "SCRIPT", "NOSCRIPT"].includes(e.tagName)) continue;
    const back = behind(e), front = parse(getComputedStyle(e).color), o = faint(e);
    const mixed = { rgb: front.rgb.map((v, i) => v * o + back.rgb[i] * (1 - o)) };
    const [a, b] = [light(mixed), light(back)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) bad.push(text.slice(0, 30) + " " + ratio.toFixed(2));
  }
  return bad;
})()`

// pictures sees that the pictures of a page come, also those further down, and can be
// read as they are: text has its natural size, but for a pixel or two of the window.
func (b *tab) pictures(where string) {
	b.t.Helper()
	const script = `[...document.images].filter(i => {
  i.loading = "eager";
  const small = i.getBoundingClientRect().width < 0.97 * new URL(i.currentSrc || i.src).searchParams.get("width");
  return !i.alt || !i.complete || i.naturalWidth === 0 || small;
}).map(i => i.currentSrc)`
	var bad []string
	b.until(func() bool { // after a change of the window the browser takes a moment
		bad = eval[[]string](b, script)
		return len(bad) == 0
	})
	if len(bad) > 0 {
		b.t.Errorf("%s: pictures that cannot be seen, or only too small: %q", where, bad)
	}
}

// testPicture sees that a picture by itself has its style, which the security policy
// must let in, and that light and dark differ.
func testPicture(b *tab) {
	b.open("/tickets/W")
	address := eval[string](b, `document.querySelector(".drawing").getAttribute("href")`)
	fills := map[string]bool{}
	for _, scheme := range []string{"light", "dark"} {
		prefer(b, scheme)
		b.do("open "+address, chromedp.Navigate(b.url+address), chromedp.WaitReady(chromedp.CSS("svg")))
		fills[eval[string](b, `getComputedStyle(document.querySelector("text")).fill`)] = true
	}
	if len(fills) != 2 || fills["rgb(0, 0, 0)"] {
		b.t.Errorf("the text of the picture is %v", fills)
	}
}

// look sees that a page can be read as it stands there.
func (b *tab) look(path, scheme string, width int64) {
	b.t.Helper()
	where := fmt.Sprintf("%s, %s, %d pixels", path, scheme, width)
	if bad := eval[[]string](b, contrasts); len(bad) > 0 {
		b.t.Errorf("%s: hard to read: %q", where, bad)
	}
	b.pictures(where)
	if wide := eval[int64](b, `document.documentElement.scrollWidth`); wide > width {
		b.t.Errorf("%s: the page is %d pixels wide", where, wide)
	}
	if lost := eval[[]string](b, `[...document.querySelectorAll("input:not([type=hidden]), select, textarea")].filter(e => !e.labels.length).map(e => e.name)`); len(lost) > 0 {
		b.t.Errorf("%s: fields without a label: %q", where, lost)
	}
	if n := eval[int](b, `document.querySelectorAll("h1").length`); n != 1 {
		b.t.Errorf("%s: %d headings of the first level", where, n)
	}
	folder := os.Getenv("HELPDESK_SCREENSHOTS")
	if folder == "" {
		return
	}
	png, err := chromedp.Run(b.ctx, chromedp.FullScreenshot(100))
	if err != nil {
		b.t.Fatal(err)
	}
	name := strings.NewReplacer("/", "_", "?", "_", "&", "_", "=", "_").Replace(path)
	if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%s-%s-%d.png", name, scheme, width)), png, 0o600); err != nil {
		b.t.Fatal(err)
	}
}

// testLooks sees that all pages can be read, light and dark, wide and narrow, and
// that nothing sticks out at the side.
func testLooks(b *tab) {
	signInBrowser(b, "/")
	for _, path := range []string{"/", "/?list=overdue", "/?list=idle", "/?list=ended", "/tickets/T-1", "/tickets/T-5", "/tickets/T-10", "/tickets/T-15", "/tickets/W", "/tickets/new?agreement=portx",
		"/agreements", "/agreements/works-desk", "/agreements/purchased", "/agreements/cumulocity?region=US&country=US", "/agreements/portx?zone=x", "/login", "/nothing"} {
		b.open(path)
		for _, scheme := range []string{"light", "dark"} {
			prefer(b, scheme)
			for _, width := range []int64{1280, 390} {
				if raced && (scheme == "light") != (width == 1280) {
					continue // which takes too long with the race detector
				}
				b.do("a screen", chromedp.EmulateViewport(width, 900))
				b.look(path, scheme, width)
			}
		}
	}
	light, dark := "", ""
	for scheme, color := range map[string]*string{"light": &light, "dark": &dark} {
		prefer(b, scheme)
		*color = eval[string](b, `getComputedStyle(document.body).backgroundColor`)
	}
	if light == dark {
		b.t.Errorf("light and dark are the same: %s", light)
	}
}
