package calendar_test

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// TestTZVersion: the embedded database is the one that its version names. A new
// one comes with a new version and a new sum.
func TestTZVersion(t *testing.T) {
	data, err := os.ReadFile("zoneinfo.zip")
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(data)
	const want = "8f55634d05f8bca1f7bc7c69c5933428c69357e0bdf565e5ba224e3f88ff12e8"
	if got := hex.EncodeToString(sum[:]); got != want || calendar.TZVersion != "2025c" {
		t.Errorf("zoneinfo.zip has the sum %s and the version %s", got, calendar.TZVersion)
	}
}

// TestZone_everyEntry: what Zone finds in the embedded zip file is what package
// archive/zip finds there, for every zone: the same offsets for two hundred years.
func TestZone_everyEntry(t *testing.T) {
	r, err := zip.OpenReader("zoneinfo.zip")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	zones := 0
	for _, f := range r.File {
		if strings.HasSuffix(f.Name, "/") {
			if _, err := calendar.Zone(f.Name); !errors.Is(err, calendar.ErrZone) {
				t.Errorf("the folder %s is a zone: %v", f.Name, err)
			}
			continue
		}
		zones++
		entry, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(entry)
		if err != nil {
			t.Fatal(err)
		}
		want, err := time.LoadLocationFromTZData(f.Name, data)
		if err != nil {
			t.Fatal(err)
		}
		got, err := calendar.Zone(f.Name)
		if err != nil {
			t.Error(err)
			continue
		}
		if got.String() != f.Name {
			t.Errorf("zone %s is called %s", f.Name, got)
		}
		for at := when("1900-01-01T00:00:00Z"); at.Year() < 2100; at = at.AddDate(0, 0, 17) {
			_, a := at.In(got).Zone()
			_, b := at.In(want).Zone()
			if a != b {
				t.Errorf("%s at %v: offset %d, want %d", f.Name, at, a, b)
				break
			}
		}
	}
	if zones < 590 {
		t.Errorf("the database has %d zones", zones)
	}
}

func TestZone_errors(t *testing.T) {
	for _, name := range []string{
		"", "Local", "europe/berlin", "Europe/Berlin ", "../Europe/Berlin", "Europe", "Europe/", "Berlin",
		"+8", "+08", "+0800", "+08:0", "+08:60", "+24:00", "08:00", "+08:00:00", "-8:00", "+ab:cd", "+-8:00",
	} {
		_, err := calendar.Zone(name)
		var e *calendar.ZoneError
		if !errors.As(err, &e) || e.Name != name || !errors.Is(err, calendar.ErrZone) {
			t.Errorf("%q: %v", name, err)
		}
	}
	for name, offset := range map[string]int{"UTC": 0, "+00:00": 0, "-00:00": 0, "+08:00": 28800, "-05:00": -18000, "+05:45": 20700, "-23:59": -86340} {
		loc, err := calendar.Zone(name)
		if err != nil {
			t.Error(err)
			continue
		}
		if _, got := when("2026-03-02T00:00:00Z").In(loc).Zone(); got != offset {
			t.Errorf("%s: offset %d", name, got)
		}
	}
}
