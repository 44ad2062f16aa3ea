package calendar_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// A duration that is one second too long is told as that; the one before it is one.
func TestWhyDuration(t *testing.T) {
	const (
		none = "is not a duration; write it as 8h30m"
		long = "is too long; write 2562047h47m16s at most"
	)
	for _, tt := range []struct{ text, want string }{
		{"2562047h47m16s", ""},
		{"-2562047h47m16s", ""},
		{"2562047h47m17s", long},
		{"-2562047h47m17s", long},
		{"9999999h", long},
		{"0.5h99999999999999999999m", long},
		{"0", ""},
		{"0s", ""},
		{"", none},
		{"8", none},
		{"99999999999999999999", none},
		{"8h30", none},
		{"8 h", none},
		{"h", none},
		{"8d", none},
		{"9999999h9", none},
	} {
		if got := calendar.WhyDuration(tt.text); got != tt.want {
			t.Errorf("%q %s, want %s", tt.text, got, tt.want)
		}
		if _, err := time.ParseDuration(tt.text); (err == nil) != (tt.want == "") {
			t.Errorf("%q: %v", tt.text, err)
		}
	}
}

func ExampleWhyDuration() {
	for _, text := range []string{"8 hours", "9999999h"} {
		fmt.Printf("%q %s\n", text, calendar.WhyDuration(text))
	}
	// Output:
	// "8 hours" is not a duration; write it as 8h30m
	// "9999999h" is too long; write 2562047h47m16s at most
}
