package web

import (
	"fmt"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// readInstant reads an instant from a form: with an offset, or as wall-clock time
// of a zone. The empty text is no instant. A wall-clock time that the zone skips
// or that occurs twice is an error: it would be a guess.
func readInstant(text string, loc *time.Location) (calendar.Moment, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return calendar.Moment{}, nil
	}
	if t, err := readOffset(text); err == nil {
		return calendar.At(t), nil
	}
	var wall time.Time
	var err error
	for _, layout := range []string{"2006-01-02T15:04", "2006-01-02T15:04:05"} {
		if wall, err = time.Parse(layout, strings.Replace(text, " ", "T", 1)); err == nil {
			break
		}
	}
	if err != nil {
		return calendar.Moment{}, fmt.Errorf("at: %q is not a time; write it as 2026-03-02 09:00, or with an offset as 2026-03-02T09:00:00+01:00", text)
	}
	var found []time.Time
	for _, near := range []time.Duration{-24 * time.Hour, 24 * time.Hour} {
		_, offset := wall.Add(near).In(loc).Zone()
		t := wall.Add(-time.Duration(offset) * time.Second)
		if sameWall(t.In(loc), wall) && (len(found) == 0 || !found[0].Equal(t)) {
			found = append(found, t)
		}
	}
	switch len(found) {
	case 0:
		return calendar.Moment{}, fmt.Errorf("at: %q does not exist in %s, where the clocks skip it; write it with an offset", text, loc)
	case 1:
		return calendar.At(found[0]), nil
	}
	return calendar.Moment{}, fmt.Errorf("at: %q occurs twice in %s; write it with an offset, as %s or %s", text, loc,
		found[0].In(loc).Format(time.RFC3339), found[1].In(loc).Format(time.RFC3339))
}

// readOffset reads an instant that is written with its offset.
func readOffset(text string) (time.Time, error) {
	return calendar.ParseTime(strings.Replace(strings.TrimSpace(text), " ", "T", 1))
}

func hasOffset(text string) bool {
	_, err := readOffset(text)
	return err == nil
}

func sameWall(a, b time.Time) bool {
	const layout = "2006-01-02T15:04:05"
	return a.Format(layout) == b.Format(layout)
}
