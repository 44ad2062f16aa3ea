package main

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var (
	monthSource = regexp.MustCompile(`<img src="[^"]*calendar=office[^"]*month=(\d{4}-\d\d)`)
	dayCells    = regexp.MustCompile(`<td class="[^"]*"><time datetime="([0-9-]+)">.*</time>.*<span class="(?:hours|why)">([^<]*)</span></td>`)
)

// The page of an agreement shows the months and days in which the version is in force,
// says from when and until when that is, and leads to the next one.
func TestVersionPages(t *testing.T) {
	h, _, c := newService(t, worksDesk)
	const (
		last  = "/agreements/works-desk?attribute-title=x&at=2026-03-31T21:59:59.999999999Z"
		first = "/agreements/works-desk?attribute-title=x&at=2026-03-31T22:00:00Z"
		was   = `This version was in force until <time datetime="2026-04-01T00:00:00&#43;02:00">Wed 1 Apr 2026, 00:00 <span class="zone">&#43;02:00</span></time>. `
		is    = `This version is in force until <time datetime="2026-04-01T00:00:00&#43;02:00">Wed 1 Apr 2026, 00:00 <span class="zone">&#43;02:00</span></time>. `
		next  = `<a href="?at=2026-03-31T22%3A00%3A00Z&amp;attribute-title=x">See the next version</a>`
		will  = `This version comes into force on <time datetime="2026-04-01T00:00:00&#43;02:00">`
	)
	for _, row := range []struct {
		now, path string
		months    []string
		want      []string
		lacks     []string
	}{
		{"2026-06-10T12:00:00Z", last, []string{"2026-02", "2026-03"}, []string{was, next, "Weeks of office"}, []string{"The coming weeks", "comes into force"}},
		{"2026-06-10T12:00:00Z", strings.Replace(last, "2026-03-31T21", "2026-01-10T00", 1), []string{"2026-01", "2026-02"}, []string{was, next}, nil},
		{"2026-06-10T12:00:00Z", first, []string{"2026-04", "2026-05"}, []string{"The coming weeks of office"}, []string{"in force until", "next version", "comes into force"}},
		{"2026-06-10T12:00:00Z", "/agreements/works-desk", []string{"2026-06", "2026-07"}, nil, []string{"in force until", "next version"}},
		{"2026-03-15T12:00:00Z", "/agreements/works-desk?attribute-title=x", []string{"2026-03"}, []string{is, next}, []string{"was in force"}},
		{"2026-03-15T12:00:00Z", first, []string{"2026-04", "2026-05"}, []string{will}, []string{"in force until", "next version"}},
		{"2026-03-15T12:00:00Z", "/agreements/purchased", nil, nil, []string{"in force until", "next version", "comes into force"}},
	} {
		now, err := time.Parse(time.RFC3339, row.now)
		if err != nil {
			t.Fatal(err)
		}
		c.now = now
		body := get(h, row.path, nil).Body.String()
		var months []string
		for _, m := range monthSource.FindAllStringSubmatch(body, -1) {
			months = append(months, m[1])
		}
		if diff := cmp.Diff(row.months, months); diff != "" {
			t.Errorf("%s at %s: months (-want +got):\n%s", row.path, row.now, diff)
		}
		for _, want := range row.want {
			if !strings.Contains(body, want) {
				t.Errorf("%s at %s lacks %s\n%s", row.path, row.now, want, body)
			}
		}
		for _, lacks := range row.lacks {
			if strings.Contains(body, lacks) {
				t.Errorf("%s at %s has %q", row.path, row.now, lacks)
			}
		}
	}
	// Five weeks that end with the last of the first version, whose last day was a
	// Tuesday.
	c.now = time.Date(2026, time.June, 10, 12, 0, 0, 0, time.UTC)
	body := get(h, last, nil).Body.String()
	got := map[string]string{}
	for _, cell := range dayCells.FindAllStringSubmatch(body, -1) {
		got[cell[1]] = cell[2]
	}
	for day, want := range map[string]string{
		"2026-02-28": "", "2026-03-01": "", "2026-03-02": "09:00–17:00", "2026-03-30": "09:00–17:00", "2026-03-31": "09:00–17:00",
		"2026-04-01": "another version", "2026-04-05": "another version", "2026-04-06": "",
	} {
		if got[day] != want {
			t.Errorf("%s: %q, want %q", day, got[day], want)
		}
	}
	// Before its first day the second version has none either.
	got = map[string]string{}
	for _, cell := range dayCells.FindAllStringSubmatch(get(h, first, nil).Body.String(), -1) {
		got[cell[1]] = cell[2]
	}
	for day, want := range map[string]string{"2026-03-30": "another version", "2026-03-31": "another version", "2026-04-01": "08:00–18:00"} {
		if got[day] != want {
			t.Errorf("the second version on %s: %q, want %q", day, got[day], want)
		}
	}
}
