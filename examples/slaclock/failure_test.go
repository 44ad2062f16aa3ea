package main

import (
	"errors"
	"fmt"
	"testing"
	"time"

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
		{"a line", read, `a: stands twice in one object, first at column 2; column 15: x must not follow the value`},
		{"a line in another error", fmt.Errorf("customer: %w; see there", read), `customer: a: stands twice in one object, first at column 2; column 15: x must not follow the value; see there`},
		{"a calendar", config, mistakes},
		{"a calendar in another error", fmt.Errorf("sides[1]: %w", config), "sides[1]: " + mistakes},
		{"several lines", errors.New("one\ntwo\nthree"), "one; two; three"},
	} {
		if got := describe(row.err); got != row.want {
			t.Errorf("%s:\ngot  %s\nwant %s", row.name, got, row.want)
		}
	}
}
