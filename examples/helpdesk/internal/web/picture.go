package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy/picture"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/desk"
)

// pictureWidths are the widths of a ticket's picture for windows up to a given width: text
// keeps its size, so a picture for a desktop would be too small to read on a telephone. The
// last is for all wider windows.
var pictureWidths = [...]struct{ window, picture int }{{430, 360}, {800, 700}, {0, 1180}}

// A drawing is a picture as a page asks for it.
type drawing struct {
	Href    string // the address of the picture alone
	Src     string
	Width   int
	Height  int // 0 if it is not known
	Alt     string
	Sources []drawingSource
}

type drawingSource struct {
	Media, Src    string
	Width, Height int
}

// drawingOf returns a picture at an address, which has a query already, in several
// widths.
func drawingOf(address, alt string, widths ...struct{ window, picture int }) *drawing {
	d := &drawing{Alt: alt}
	for _, w := range widths {
		src := address + "&width=" + strconv.Itoa(w.picture)
		if w.window == 0 {
			d.Src, d.Href, d.Width = src, src, w.picture
			continue
		}
		d.Sources = append(d.Sources, drawingSource{Media: fmt.Sprintf("(max-width: %dpx)", w.window), Src: src, Width: w.picture})
	}
	return d
}

// drawnAt returns the instant at which a ticket's page shows the picture: that of the page to
// the second, which reads better, unless something has happened since then.
func drawnAt(v *desk.View) time.Time {
	at := v.AsOf.Truncate(time.Second)
	for _, e := range v.Judged {
		if e.At.After(at) && !e.At.After(v.AsOf) {
			return v.AsOf
		}
	}
	for i := range v.Answer.Clocks {
		if due, ok := v.Answer.Clocks[i].Due.Get(); ok && !due.Before(at) && due.Before(v.AsOf) {
			return v.AsOf
		}
	}
	return at
}

// ticketDrawing returns the picture of a ticket as its page shows it.
func ticketDrawing(v *desk.View) *drawing {
	at := drawnAt(v)
	query := url.Values{"as_of": {string(calendar.AppendTime(nil, at))}}
	d := drawingOf("/tickets/"+url.PathEscape(v.ID)+"/picture.svg?"+query.Encode(),
		"Picture of the clocks over time. The table below has the same in words.", pictureWidths[:]...)
	// Without the height, everything below would move when the picture has loaded, and a
	// field with the focus would leave the window.
	for i := range d.Sources {
		d.Sources[i].Height = ticketHeight(v, at, d.Sources[i].Width)
	}
	d.Height = ticketHeight(v, at, d.Width)
	return d
}

// drawTicket draws a ticket's clocks as they stand at an instant.
func drawTicket(v *desk.View, at time.Time, width int) ([]byte, error) {
	return picture.Ticket(v.Policy, v.Judged, at, picture.Options{Width: width, Title: v.ID + ": " + v.Title})
}

// ticketHeight returns how high a ticket's picture is, 0 if it cannot be drawn.
func ticketHeight(v *desk.View, at time.Time, width int) int {
	svg, err := drawTicket(v, at, width)
	if err != nil {
		return 0
	}
	_, rest, _ := bytes.Cut(svg, []byte(` height="`))
	text, _, _ := bytes.Cut(rest, []byte(`"`))
	height, err := strconv.Atoi(string(text))
	if err != nil {
		return 0
	}
	return height
}

// ticketPicture draws a ticket's clocks at as_of.
func (s *server) ticketPicture(w http.ResponseWriter, r *http.Request) error {
	query, err := parameters(r, "as_of", "width")
	if err != nil {
		return err
	}
	asOf, err := s.asOf(query)
	if err != nil {
		return err
	}
	width, err := widthOf(query)
	if err != nil {
		return err
	}
	v, err := s.desk.View(r.Context(), r.PathValue("id"), asOf, false)
	if err != nil {
		return err
	}
	if v.Broken != nil {
		return &httpError{http.StatusConflict, "This ticket cannot be judged, so there is nothing to draw: " + plain(v.Broken.Error())}
	}
	svg, err := drawTicket(v, asOf, width)
	if err != nil {
		return drawingError("as_of", err)
	}
	return serveDrawing(w, r, svg)
}

// monthPicture draws a month of a calendar of an agreement, for a customer as on the
// agreement's page.
func (s *server) monthPicture(w http.ResponseWriter, r *http.Request) error {
	agreement := r.PathValue("name")
	if err := s.isAgreement(agreement); err != nil {
		return err
	}
	query, err := parameters(r, s.agreementParameters(agreement, "calendar", "month", "width")...)
	if err != nil {
		return err
	}
	width, err := widthOf(query)
	if err != nil {
		return err
	}
	month, err := time.Parse("2006-01", query.Get("month"))
	if err != nil {
		return &httpError{http.StatusBadRequest, fmt.Sprintf("month: %q is not a month; write it as 2026-03", query.Get("month"))}
	}
	p, err := s.agreementOf(agreement, query)
	if err != nil {
		return err
	}
	name := query.Get("calendar")
	c := p.Agreement().Calendars[name]
	if c == nil {
		known := strings.Join(slices.Sorted(maps.Keys(p.Agreement().Calendars)), ", ")
		return &httpError{http.StatusNotFound, fmt.Sprintf("calendar: the agreement has none called %q; write one of %s", name, known)}
	}
	svg, err := picture.Month(c, month.Year(), month.Month(), picture.Options{Width: width, Title: name + ", " + month.Format("January 2006")})
	if err != nil {
		return drawingError("month", err)
	}
	return serveDrawing(w, r, svg)
}

// widthOf returns the width that an address asks for, 0 for the usual one.
func widthOf(query url.Values) (int, error) {
	if !query.Has("width") {
		return 0, nil
	}
	text := query.Get("width")
	width, err := strconv.Atoi(text)
	if err != nil || width < picture.MinWidth || width > picture.MaxWidth {
		return 0, &httpError{http.StatusBadRequest, fmt.Sprintf("width: %q is not a number from %d to %d", text, picture.MinWidth, picture.MaxWidth)}
	}
	return width, nil
}

// drawingError returns the mistake in an address, or else an error of ours. A date that does
// not exist comes from the parameter named when.
func drawingError(when string, err error) error {
	switch {
	case errors.Is(err, calendar.ErrDate):
		return &httpError{http.StatusBadRequest, when + ": " + plain(err.Error())}
	case errors.Is(err, picture.ErrOptions):
		return &httpError{http.StatusBadRequest, plain(err.Error())}
	}
	return err
}

// serveDrawing serves a picture. Its ETag is made from what it shows, and a browser asks each
// time whether it has changed: an event can change even a picture of the past.
func serveDrawing(w http.ResponseWriter, r *http.Request, svg []byte) error {
	hash := sha256.Sum256(svg)
	h := w.Header()
	h.Set("Content-Type", "image/svg+xml")
	h.Set("Content-Security-Policy", "default-src 'none'; style-src '"+styleHash(svg)+"'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
	h.Set("Cache-Control", "private, no-cache")
	h.Set("ETag", `"`+hex.EncodeToString(hash[:16])+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(svg))
	return nil
}

// styleHash returns the hash of the picture's own style sheet for the security policy, which
// allows no other.
func styleHash(svg []byte) string {
	_, rest, _ := bytes.Cut(svg, []byte("<style>"))
	style, _, _ := bytes.Cut(rest, []byte("</style>"))
	hash := sha256.Sum256(style)
	return "sha256-" + base64.StdEncoding.EncodeToString(hash[:])
}
