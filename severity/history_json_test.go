package severity_test

import (
	"encoding/json"
	"errors"
	"testing"
	"time"

	"github.com/slaclock/slaclock/severity"
)

func TestHistoryJSON(t *testing.T) {
	s := newScale(t, "acme", "A|P1", "B")
	for in, want := range map[string]string{
		`[]`: `[]`,
		`[{"from":"2026-03-02T09:00:00+01:00","severity":"A"}]`:                                                "",
		`[{"from":"2026-03-02T09:00:00Z","severity":"p1","by":"","what":""}]`:                                  `[{"from":"2026-03-02T09:00:00Z","severity":"A"}]`,
		`[{"from":"2026-03-02T09:00:00.500Z","severity":"A"}]`:                                                 `[{"from":"2026-03-02T09:00:00.5Z","severity":"A"}]`,
		`[{"what":"call","by":"customer","severity":"b","from":"2026-03-02T09:00:00+00:00"}]`:                  `[{"from":"2026-03-02T09:00:00Z","severity":"B","by":"customer","what":"call"}]`,
		`[{"from":"2026-03-02T09:00:00Z","severity":"A"},{"from":"2026-03-02T09:00:00+01:00","severity":"B"}]`: `[{"from":"2026-03-02T09:00:00+01:00","severity":"B"},{"from":"2026-03-02T09:00:00Z","severity":"A"}]`,
	} {
		if want == "" {
			want = in
		}
		h, err := severity.ParseHistory(s, []byte(in))
		if err != nil {
			t.Errorf("%s: %v", in, err)
			continue
		}
		if out, err := json.Marshal(h); err != nil || string(out) != want {
			t.Errorf("%s\ncame back as %s, %v\nwant %s", in, out, err, want)
		}
	}
	if out, err := json.Marshal(severity.History{}); err != nil || string(out) != `[]` {
		t.Errorf("the zero History: %s, %v", out, err)
	}
}

func TestParseHistoryErrors(t *testing.T) {
	s := newScale(t, "acme", "A", "B")
	array := `severity: history: must be a JSON array of entries with from, severity, by and what`
	for in, want := range map[string]string{
		``:                                  array,
		`null`:                              array,
		`{}`:                                array,
		`[] x`:                              array,
		`[1]`:                               `severity: history[0]: must be a JSON object with from, severity, by and what`,
		`[{}]`:                              `severity: history[0]: from: is missing; write a text`,
		`[{"from":"2026-03-02T09:00:00Z"}]`: `severity: history[0]: severity: is missing; write a text`,
		`[{"from":"2026-03-02T09:00:00Z","severity":1}]`:                               `severity: history[0]: severity: 1 must be a string`,
		`[{"from":"2026-03-02T09:00:00Z","severity":"C"}]`:                             `severity: history[0].severity: "C" is not a severity of acme; write A or B`,
		`[{"from":"2026-03-02T9:00:00Z","severity":"A"}]`:                              `severity: history[0].from: "2026-03-02T9:00:00Z" is not an instant; write one such as 2026-03-02T09:00:00+01:00`,
		`[{"from":"2026-03-02t09:00:00Z","severity":"A"}]`:                             `severity: history[0].from: "2026-03-02t09:00:00Z" is not an instant; write one such as 2026-03-02T09:00:00+01:00`,
		`[{"from":"2026-03-02T09:00:00,5Z","severity":"A"}]`:                           `severity: history[0].from: "2026-03-02T09:00:00,5Z" is not an instant; write one such as 2026-03-02T09:00:00+01:00`,
		`[{"from":"2026-03-02T09:00:00.1234567891Z","severity":"A"}]`:                  `severity: history[0].from: "2026-03-02T09:00:00.1234567891Z" is not an instant; write one such as 2026-03-02T09:00:00+01:00`,
		`[{"from":"2026-03-02T09:00:00+24:00","severity":"A"}]`:                        `severity: history[0].from: "2026-03-02T09:00:00+24:00" is not an instant; write one such as 2026-03-02T09:00:00+01:00`,
		`[{"from":"2026-03-02T09:00:00+01:60","severity":"A"}]`:                        `severity: history[0].from: "2026-03-02T09:00:00+01:60" is not an instant; write one such as 2026-03-02T09:00:00+01:00`,
		`[{"from":"2026-02-29T09:00:00Z","severity":"A"}]`:                             `severity: history[0].from: "2026-02-29T09:00:00Z" is not an instant; write one such as 2026-03-02T09:00:00+01:00`,
		`[{"from":"2026-03-02T09:00:60Z","severity":"A"}]`:                             `severity: history[0].from: "2026-03-02T09:00:60Z" is not an instant; write one such as 2026-03-02T09:00:00+01:00`,
		`[{"from":"2026-03-02","severity":"A"}]`:                                       `severity: history[0].from: "2026-03-02" is not an instant; write one such as 2026-03-02T09:00:00+01:00`,
		`[{"from":"0001-01-01T00:00:00Z","severity":"A"}]`:                             `severity: history[0].from: is missing; write the instant from which the level holds`,
		`[{"from":"2026-03-02T09:00:00Z","severity":"A","by":"user"}]`:                 `severity: history[0].by: "user" is not a party; write customer, supplier or terms`,
		`[{"from":"2026-03-02T09:00:00Z","severity":"A","by":null}]`:                   `severity: history[0]: by: null must be a string`,
		`[{"from":"2026-03-02T09:00:00Z","severity":"A","what":0}]`:                    `severity: history[0]: what: 0 must be a string`,
		`[{"from":"2026-03-02T09:00:00Z","severity":"A","who":"me"}]`:                  `severity: history[0]: who: unknown field; known are from, severity, by, what`,
		`[{"from":"2026-03-02T09:00:00Z","severity":"A","severity":"A"}]`:              `severity: history[0]: severity: appears twice in one object`,
		"[{\"from\":\"2026-03-02T09:00:00Z\",\"severity\":\"A\",\"what\":\"\xff\"}]":   `severity: history[0]: the JSON is not valid UTF-8`,
		`[{"from":"2026-03-02T09:00:00Z","severity":"A"},{"from":"x","severity":"A"}]`: `severity: history[1].from: "x" is not an instant; write one such as 2026-03-02T09:00:00+01:00`,
	} {
		h, err := severity.ParseHistory(s, []byte(in))
		if !errors.Is(err, severity.ErrHistory) || err.Error() != want || h.Len() != 0 {
			t.Errorf("%s: %v\nwant %s", in, err, want)
		}
	}
	if _, err := severity.ParseHistory(nil, []byte(`[{"from":"2026-03-02T09:00:00Z","severity":"A"}]`)); !errors.Is(err, severity.ErrHistory) {
		t.Errorf("no scale: %v", err)
	}
}

func TestHistoryJSONCannotWrite(t *testing.T) {
	s := newScale(t, "acme", "A")
	for _, e := range []severity.Entry{
		{From: time.Date(12026, 1, 1, 0, 0, 0, 0, time.UTC), Level: level(t, s, "A")},
		{From: at(t, "10:00").In(time.FixedZone("", 24*3600)), Level: level(t, s, "A")},
		{From: at(t, "10:00"), Level: level(t, s, "A"), What: "\xff"},
	} {
		h, err := severity.NewHistory(e)
		if err != nil {
			t.Fatal(err)
		}
		if out, err := h.MarshalJSON(); !errors.Is(err, severity.ErrHistory) {
			t.Errorf("%v was written as %s, %v", e, out, err)
		}
	}
}

// An offset with seconds, as before standard time, has no RFC 3339 form: the
// instant is written in UTC, and not moved.
func TestHistoryJSONOffsetWithSeconds(t *testing.T) {
	s := newScale(t, "acme", "A")
	h, err := severity.NewHistory(severity.Entry{From: at(t, "10:00").In(time.FixedZone("LMT", 3208)), Level: level(t, s, "A")})
	if err != nil {
		t.Fatal(err)
	}
	want := `[{"from":"2026-03-02T10:00:00Z","severity":"A"}]`
	if out, err := h.MarshalJSON(); err != nil || string(out) != want {
		t.Errorf("%s, %v\nwant %s", out, err, want)
	}
}

// The offset is kept, and is not a zone of the machine that happens to have it.
func TestParseHistoryKeepsTheOffset(t *testing.T) {
	s := newScale(t, "acme", "A")
	saved := time.Local
	defer func() { time.Local = saved }()
	time.Local = time.FixedZone("Machine", 3600)
	h, err := severity.ParseHistory(s, []byte(`[{"from":"2026-03-02T09:00:00+01:00","severity":"A"}]`))
	if err != nil {
		t.Fatal(err)
	}
	from := h.Entries()[0].From
	if name, offset := from.Zone(); name != "" || offset != 3600 || from.Location() == time.Local {
		t.Errorf("zone %q, offset %d", name, offset)
	}
}
