package policy_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/slaclock/slaclock/policy"
)

// TestChangeJSON: the zero Change is null in an answer's JSON and is read back as the zero
// Change; any other is read back as it was.
func TestChangeJSON(t *testing.T) {
	nine := time.Date(2026, time.March, 2, 9, 0, 0, 1, time.UTC)
	for want, c := range map[string]policy.Change{
		`null`: {At: nine},
		`{"At":"2026-03-02T09:00:00.000000001Z","What":"plan \u003c due"}`: {At: nine, What: "plan < due"},
	} {
		text, err := json.Marshal(c)
		if err != nil || string(text) != want {
			t.Errorf("%s, %v, want %s", text, err, want)
		}
		var read policy.Change
		if err := json.Unmarshal(text, &read); err != nil || read.What != c.What || c.What != "" && !read.At.Equal(c.At) {
			t.Errorf("%s is read as %v, %v", text, read, err)
		}
	}
	text, err := json.Marshal(struct{ Next policy.Change }{})
	if want := `{"Next":null}`; err != nil || string(text) != want {
		t.Errorf("%s, %v, want %s", text, err, want)
	}
}
