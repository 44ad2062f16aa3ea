package clock

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// A fast clock shows what it is told to, whenever the program was started.
func TestFast(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		anchor := time.Now().Add(-time.Minute).UTC().Format(time.RFC3339Nano)
		c, err := Parse("2026-03-02T08:00:00Z," + anchor + ",60")
		if err != nil {
			t.Fatal(err)
		}
		if got, want := c.Now(), time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC); !got.Equal(want) {
			t.Errorf("after a minute it shows %s, want %s", got, want)
		}
		if got := c.Wait(c.Now().Add(time.Hour)); got != time.Minute {
			t.Errorf("an hour takes %s, want a minute", got)
		}
		time.Sleep(time.Second)
		if got, want := c.Now(), time.Date(2026, time.March, 2, 9, 1, 0, 0, time.UTC); !got.Equal(want) {
			t.Errorf("a second later it shows %s, want %s", got, want)
		}
	})
}

// A clock that has come to the end of what it can show stands still there, and one
// whose instants are far away does not lose its way.
func TestFastEnds(t *testing.T) {
	last := time.Date(2199, time.December, 31, 23, 59, 59, 999999999, time.UTC)
	first := time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC)
	at := time.Date(2100, time.January, 1, 0, 0, 0, 0, time.UTC)
	for _, row := range []struct {
		name  string
		clock Fast
		want  time.Time
	}{
		{"begun long ago", Fast{From: at, Anchor: time.Now().AddDate(-1, 0, 0), Rate: 1e6}, last},
		{"begun ever so long ago", Fast{From: at, Anchor: time.Time{}, Rate: 1e6}, last},
		{"begun at its end", Fast{From: last, Anchor: time.Now().Add(-time.Second), Rate: 1}, last},
		{"to begin in years", Fast{From: at, Anchor: time.Now().AddDate(1, 0, 0), Rate: 1e6}, first},
		{"to begin ever so much later", Fast{From: at, Anchor: time.Date(9999, time.January, 1, 0, 0, 0, 0, time.UTC), Rate: 1e6}, first},
	} {
		if got := row.clock.Now(); !got.Equal(row.want) {
			t.Errorf("%s: it shows %s, want %s", row.name, got, row.want)
		}
	}
	slow := Fast{From: first, Anchor: time.Now(), Rate: 1e-9}
	if got := slow.Wait(last); got < 290*365*24*time.Hour {
		t.Errorf("a slow one waits %s", got)
	}
}

func TestParse(t *testing.T) {
	if c, err := Parse(""); err != nil || c != (Wall{}) {
		t.Errorf("nothing: %v %v", c, err)
	}
	if _, err := Parse("2026-03-02T08:00:00Z,now,0.5"); err != nil {
		t.Error(err)
	}
	for text, want := range map[string]string{
		"noon": "write what it shows", "noon,now,1": "not an instant", "2026-03-02T08:00:00Z,then,1": "neither",
		"1999-12-31T23:59:59Z,now,1": "the years 2000 to 2199", "2200-01-01T00:00:00Z,now,1": "the years 2000 to 2199",
		"2026-03-02T08:00:00Z,now,0": "rate", "2026-03-02T08:00:00Z,now,-1": "rate", "2026-03-02T08:00:00Z,now,NaN": "rate", "2026-03-02T08:00:00Z,now,1000001": "rate",
	} {
		if _, err := Parse(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want an error with %q", text, err, want)
		}
	}
}
