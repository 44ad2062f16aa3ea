package calendar_test

import (
	"bytes"
	"encoding/binary"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/calendartest"
	"pgregory.net/rapid"
)

// sameConfig compares Configs as their JSON form has them: the order of dates
// does not matter, and nothing is the same as an empty list.
func sameConfig() cmp.Options {
	return cmp.Options{
		cmpopts.EquateEmpty(),
		cmpopts.EquateComparable(calendar.Date{}),
		cmpopts.SortSlices(func(a, b calendar.Holiday) bool { return a.Date.Compare(b.Date) < 0 }),
		cmpopts.SortSlices(func(a, b calendar.Date) bool { return a.Compare(b) < 0 }),
		cmp.Comparer(func(a, b *time.Location) bool { return a == b }),
	}
}

func TestPropConfigJSON(t *testing.T) { rapid.Check(t, propConfigJSON) }

// propConfigJSON: what is written is read as it was, and written the same.
func propConfigJSON(t *rapid.T) {
	cfg := calendartest.Configs().Draw(t, "config")
	cfg.Region = rapid.SampledFrom([]calendar.Region{
		{}, {Code: "DE-BY"}, {Code: "US-MD", List: "statutory"}, {Code: "MY-14", Estimated: true},
	}).Draw(t, "region")
	cfg.Workdays = rapid.SliceOfN(calendartest.Dates(), 0, 4).Draw(t, "workdays")
	text, err := cfg.MarshalJSON()
	if cfg.Zone == "" && cfg.Location.String() == "LMT" {
		if err == nil {
			t.Fatalf("a location without a name was written: %s", text)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	read := reread(t, text)
	if cfg.Zone == "" {
		cfg.Zone, cfg.Location = cfg.Location.String(), nil
	}
	if diff := cmp.Diff(cfg, read, sameConfig()); diff != "" {
		t.Fatalf("%s is read differently (-want +got):\n%s", text, diff)
	}
	slices.Reverse(cfg.Holidays)
	slices.Reverse(cfg.Workdays)
	if again, err := cfg.MarshalJSON(); err != nil || !bytes.Equal(again, text) {
		t.Fatalf("in another order: %s, %v, not %s", again, err, text)
	}
	// A calendar's own description, with the location that New has set, too.
	if c, err := calendar.New(cfg); err == nil {
		kept, _ := c.Config()
		if again, err := kept.MarshalJSON(); err != nil || !bytes.Equal(again, text) {
			t.Fatalf("the calendar's Config is %s, %v, not %s", again, err, text)
		}
	}
}

type fataler interface{ Fatalf(string, ...any) }

// reread reads a text that MarshalJSON wrote, and checks that it writes it again.
func reread(t fataler, text []byte) calendar.Config {
	var cfg calendar.Config
	if err := cfg.UnmarshalJSON(text); err != nil {
		t.Fatalf("%s is not read: %v", text, err)
	}
	if again, err := cfg.MarshalJSON(); err != nil || !bytes.Equal(again, text) {
		t.Fatalf("%s is read and written as %s, %v", text, again, err)
	}
	return cfg
}

// FuzzConfigJSON reads any text: what is accepted is written, and read again as
// the same.
func FuzzConfigJSON(f *testing.F) {
	f.Add([]byte(`{}`))
	f.Add([]byte(`{"zone":"+08:00","week":{"mon":[["09:00","12:00"],["13:00","17:00:30"]],"sun":[]},"regular_day":"1.5h"}`))
	f.Add([]byte(`{"changes":[{"from":"2026-07-01","week":{"sat":[["22:00","30:00"]]}}],"region":"MY","list":"\u00e9","estimated":false}`))
	f.Add([]byte(`{"holidays":["2026-01-01",{"date":"2026-01-02","name":"<&>\u2028","actual":"0001-01-01"}],"workdays":["9999-12-31"]}`))
	f.Add([]byte(`{"special":{"2026-12-24":[["09:00","12:00"]],"2024-02-29":[]},"holidays_from":"2020-01-01","holidays_through":"2019-12-31"}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		var cfg calendar.Config
		if cfg.UnmarshalJSON(text) != nil {
			return
		}
		written, err := cfg.MarshalJSON()
		if err != nil {
			t.Fatalf("%s is read, but not written: %v", text, err)
		}
		if diff := cmp.Diff(cfg, reread(t, written), sameConfig()); diff != "" {
			t.Errorf("%s and %s are read differently (-first +second):\n%s", text, written, diff)
		}
	})
}

// FuzzConfigJSONProperty is TestPropConfigJSON, guided by coverage.
func FuzzConfigJSONProperty(f *testing.F) {
	input := make([]byte, 0, 4<<10)
	for state := uint64(1); len(input) < cap(input); state = state*6364136223846793005 + 1442695040888963407 {
		input = binary.LittleEndian.AppendUint64(input, state>>(state>>59))
	}
	f.Add(input)
	f.Fuzz(rapid.MakeFuzz(propConfigJSON))
}
