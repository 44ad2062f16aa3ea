package picture_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/picture"
)

func TestOptions(t *testing.T) {
	tests := []struct {
		o    picture.Options
		want string
	}{
		{picture.Options{Width: 359}, `picture: width: "359" is not 360 to 4000 pixels, or 0 for 840`},
		{picture.Options{Width: 360}, ""},
		{picture.Options{Width: 4000}, ""},
		{picture.Options{Width: 4001}, `picture: width: "4001" is not 360 to 4000 pixels, or 0 for 840`},
		{picture.Options{Width: -1}, `picture: width: "-1" is not 360 to 4000 pixels, or 0 for 840`},
		{picture.Options{ID: "a"}, ""},
		{picture.Options{ID: "T-1_b"}, ""},
		{picture.Options{ID: "1a"}, `picture: id: "1a" is no id; write a letter and then letters, digits, hyphens and underscores, 64 at most`},
		{picture.Options{ID: `a"b`}, `picture: id: "a\"b" is no id; write a letter and then letters, digits, hyphens and underscores, 64 at most`},
		{picture.Options{ID: strings.Repeat("a", 64)}, ""},
		{picture.Options{ID: strings.Repeat("a", 65)}, `picture: id: "` + strings.Repeat("a", 65) + `" is no id; write a letter and then letters, digits, hyphens and underscores, 64 at most`},
	}
	c := office(t)
	for _, tt := range tests {
		_, err := picture.Month(c, 2026, time.March, tt.o)
		got := ""
		if err != nil {
			got = err.Error()
			if !errors.Is(err, picture.ErrOptions) {
				t.Errorf("%v is no ErrOptions", err)
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%+v:\n%s", tt.o, diff)
		}
	}
}

func TestErrors(t *testing.T) {
	p, events, asOf := read(t, tickets[0].line)
	if _, err := picture.Ticket(p, nil, asOf, picture.Options{}); !errors.Is(err, policy.ErrEvents) {
		t.Errorf("no events: %v", err)
	}
	if _, err := picture.Ticket(p, events, asOf, picture.Options{Width: 1}); !errors.Is(err, picture.ErrOptions) {
		t.Errorf("too narrow: %v", err)
	}
	for _, m := range []time.Month{0, 13} {
		if _, err := picture.Month(office(t), 2026, m, picture.Options{}); !errors.Is(err, calendar.ErrDate) {
			t.Errorf("month %d: %v", m, err)
		}
	}
	for _, year := range []int{0, 10_000} {
		if _, err := picture.Month(office(t), year, time.May, picture.Options{}); !errors.Is(err, calendar.ErrDate) {
			t.Errorf("year %d: %v", year, err)
		}
	}
	rp, list := readReleases(t, releaseLists[0].line)
	list.Readings = map[string]string{"no.such": "reading"}
	if _, err := picture.Releases(rp, list, picture.Options{}); !errors.Is(err, policy.ErrReading) {
		t.Errorf("no such reading: %v", err)
	}
}

// What is nil is an error of what it should have been.
func TestNil(t *testing.T) {
	if _, err := picture.Month(nil, 2026, time.May, picture.Options{}); !errors.Is(err, calendar.ErrRange) {
		t.Errorf("no calendar: %v", err)
	}
	if _, err := picture.Month(new(calendar.Calendar), 2026, time.May, picture.Options{}); !errors.Is(err, calendar.ErrRange) {
		t.Errorf("the zero Calendar: %v", err)
	}
	if _, err := picture.Ticket(nil, nil, time.Time{}, picture.Options{}); !errors.Is(err, policy.ErrAgreement) {
		t.Errorf("no policy: %v", err)
	}
	rp, list := readReleases(t, releaseLists[0].line)
	if _, err := picture.Releases(nil, list, picture.Options{}); !errors.Is(err, policy.ErrAgreement) {
		t.Errorf("no release policy: %v", err)
	}
	if _, err := picture.Releases(rp, nil, picture.Options{}); !errors.Is(err, policy.ErrReleaseList) {
		t.Errorf("no list: %v", err)
	}
}

// Text from outside is text, whatever is in it.
func TestEscape(t *testing.T) {
	title := "<script>\"&'\t\n\x00\xff\ufffe]]> \U0001F600" + strings.Repeat("W", 500)
	for _, d := range all(t, picture.Options{Title: title}) {
		if err := check(d.svg, "slaclock"); err != nil {
			t.Errorf("%s: %v", d.name, err)
		}
		s, err := look(d.svg)
		if err != nil {
			t.Fatal(err)
		}
		if want := "<script>\"&'  \ufffd\ufffd\ufffd]]> \U0001F600" + strings.Repeat("W", 500); s.title != want {
			t.Errorf("title: %s", cmp.Diff(want, s.title))
		}
	}
}
