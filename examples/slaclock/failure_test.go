package main

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
)

// TestDescribe: what is wrong is said on one line, and so it is when another error has
// it, whose own words stay.
func TestDescribe(t *testing.T) {
	var r strictjson.Reader
	r.Reset([]byte(`{"a":1,"a":2} x`))
	r.Object(func([]byte) { r.Skip() })
	read := r.End()
	_, config := calendar.New(calendar.Config{Zone: "Nowhere", Week: calendar.Week{time.Monday: {{Open: 17 * time.Hour, Close: 9 * time.Hour}}}})
	if !errors.Is(read, strictjson.ErrInvalid) || !errors.Is(config, calendar.ErrConfig) {
		t.Fatal(read, config)
	}
	const mistakes = `calendar: zone: "Nowhere" is not in tz database 2025c; write a name such as Europe/Berlin or UTC, or an offset such as +08:00; ` +
		`week[mon][0]: 17:00-09:00 closes before it opens; write 17:00-33:00 to run past midnight`
	for _, row := range []struct {
		name string
		err  error
		want string
	}{
		{"a line", read, `a: appears twice in one object, first at column 2; column 15: x must not follow the value`},
		{"a line in another error", fmt.Errorf("customer: %w; see there", read), `customer: a: appears twice in one object, first at column 2; column 15: x must not follow the value; see there`},
		{"a calendar", config, mistakes},
		{"a calendar in another error", fmt.Errorf("sides[1]: %w", config), "sides[1]: " + mistakes},
		{"several lines", errors.New("one\ntwo\nthree"), "one; two; three"},
		{"several mistakes of a package", errors.New("policy: a: b\npolicy: c: d\npolicy: e"), "policy: a: b; c: d; e"},
		{"mistakes of two packages", errors.New("policy: a: b\nseverity: c"), "policy: a: b; severity: c"},
	} {
		if got := describe(row.err); got != row.want {
			t.Errorf("%s:\ngot  %s\nwant %s", row.name, got, row.want)
		}
	}
}

// TestPrettyPrinted: an object over several lines, an array of objects, and several objects
// on a line, are told that each object has a line; other mistakes are not.
func TestPrettyPrinted(t *testing.T) {
	const lines = `; input is JSON Lines: write each object on a line of its own, with nothing around them`
	for _, row := range []struct{ line, want string }{
		{`{`, `policy: column 2: the text ends within an object` + lines},
		{"{\r", `policy: column 3: the text ends within an object` + lines},
		{`  "id": "T-1",`, `policy: column 3: "id" must be an object; column 7: ':' must not follow the value` + lines},
		{`  "events": [`, `policy: column 3: "events" must be an object; column 11: ':' must not follow the value` + lines},
		{`  ]`, `policy: column 3: ']' is not a JSON value` + lines},
		{`}`, `policy: '}' is not a JSON value` + lines},
		{`[`, `policy: must be an object, not an array; [0]: the text ends where a value must stand` + lines},
		{`[{"agreement":"portx","events":[]}]`, `policy: must be an object, not an array` + lines},
		{`{"agreement":"portx","events":[]},`, `policy: column 34: ',' must not follow the value` + lines},
		{`{"agreement":"portx","events":[`, `policy: events[0]: the text ends where a value must stand` + lines},
		{`{"agreement":"portx","events":[]} {}`, `policy: column 35: '{' must not follow the value` + lines},
		{`{"agreement":"portx","events":[]}{"agreement":"portx","events":[]}`, `policy: column 34: '{' must not follow the value` + lines},
		{`{"agreement":"portx","events":[]},{"agreement":"portx","events":[]}`, `policy: column 34: ',' must not follow the value` + lines},
		{`{"agreement":"portx","events":[]} x`, `policy: column 35: x must not follow the value`},
		{`{"agreement":"portx" {"events":[]}}`, `policy: column 22: '{' must be a comma or }`},
		{`{"agreement":"portx","event":[]}`, `policy: event: unknown field; did you mean "events"?; needs "events"`},
		{`7`, `policy: 7 must be an object`},
		{`id: T-1`, `policy: id is not a JSON value`},
	} {
		want := outcome{1, string(failure{line: 1, text: row.want}.appendJSON(nil)) + "\n", ""}
		if diff := cmp.Diff(want, runWith(row.line+"\n", "tickets"), cmp.AllowUnexported(outcome{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.line, diff)
		}
		if picture := runWith(row.line+"\n", "tickets", "-format", "svg"); picture.stderr != "slaclock: line 1: "+row.want+"\n" {
			t.Errorf("%s as a picture: %v", row.line, picture)
		}
	}
}

// TestNoText: input in another encoding, or compressed, is told so once, and not line by
// line. What is not UTF-8 within a text is shown with its place.
func TestNoText(t *testing.T) {
	utf16 := func(text string) string {
		var b strings.Builder
		for _, c := range []byte(text) {
			b.WriteString(string([]byte{c, 0}))
		}
		return b.String()
	}
	const two = "{\"id\":\"a\"}\r\n{\"id\":\"b\"}\r\n"
	for _, row := range []struct{ name, input, want string }{
		{"what PowerShell's > writes", "\xff\xfe" + utf16(two), `{"line":1,"error":"policy: the text is UTF-16; write UTF-8"}`},
		{"without a mark", utf16(two), `{"line":1,"error":"policy: the text is UTF-16; write UTF-8"}`},
		{"gzip", "\x1f\x8b\x08\x00\n\n\x01\x02\n", `{"line":1,"error":"policy: the text is compressed with gzip; write it as text"}`},
		{"Latin-1", "\xfc\nnull\n", `{"line":1,"error":"policy: '\\xfc' is not a JSON value"}` + "\n" + `{"line":2,"error":"policy: null must be an object"}`},
		{"Latin-1 in a text", "{\"id\":\"M\xfcller\",\"agreement\":\"portx\",\"events\":[]}", `{"line":1,"error":"policy: id: \"M\\xfcller\" is not valid UTF-8: the byte \\xfc at column 9"}`},
	} {
		if diff := cmp.Diff(outcome{1, row.want + "\n", ""}, runWith(row.input, "tickets"), cmp.AllowUnexported(outcome{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
	}
	picture := runWith("\xff\xfe"+utf16(two), "tickets", "-format", "svg")
	if want := "slaclock: line 1: policy: the text is UTF-16; write UTF-8\n"; picture.stderr != want {
		t.Errorf("as a picture: %q, want %q", picture.stderr, want)
	}
}
