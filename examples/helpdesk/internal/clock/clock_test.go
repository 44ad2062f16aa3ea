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

func TestParse(t *testing.T) {
	if c, err := Parse(""); err != nil || c != (Wall{}) {
		t.Errorf("nothing: %v %v", c, err)
	}
	if _, err := Parse("2026-03-02T08:00:00Z,now,0.5"); err != nil {
		t.Error(err)
	}
	for text, want := range map[string]string{
		"noon": "write what it shows", "noon,now,1": "not an instant", "2026-03-02T08:00:00Z,then,1": "neither",
		"2026-03-02T08:00:00Z,now,0": "rate", "2026-03-02T08:00:00Z,now,-1": "rate", "2026-03-02T08:00:00Z,now,NaN": "rate", "2026-03-02T08:00:00Z,now,1000001": "rate",
	} {
		if _, err := Parse(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want an error with %q", text, err, want)
		}
	}
}
