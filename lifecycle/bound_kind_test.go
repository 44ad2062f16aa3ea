package lifecycle_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"testing"

	"github.com/slaclock/slaclock/lifecycle"
)

func ExampleBoundKindNames() {
	fmt.Println(lifecycle.BoundKindNames())
	// Output: [open known never]
}

func ExampleParseBoundKind() {
	fmt.Println(lifecycle.ParseBoundKind("known"))
	_, err := lifecycle.ParseBoundKind("Known")
	fmt.Println(err, errors.Is(err, lifecycle.ErrBoundKind))
	// Output:
	// known <nil>
	// lifecycle: kind of bound: "Known" is not a kind of bound; write open, known or never true
}

func ExampleBoundKind_MarshalText() {
	text, err := json.Marshal(lifecycle.Bound{Kind: lifecycle.Never})
	fmt.Println(string(text), err)
	// Output: {"kind":"never"} <nil>
}

func ExampleBoundKind_UnmarshalText() {
	var k lifecycle.BoundKind
	fmt.Println(k.UnmarshalText([]byte("never")), k)
	// Output: <nil> never
}

func ExampleVersion_MarshalText() {
	v, err := lifecycle.Scheme{ServiceWords: []string{"SP"}}.Parse("10.18 SP1")
	if err != nil {
		fmt.Println(err)
		return
	}
	text, err := json.Marshal(lifecycle.Release{Version: v, Given: nil})
	fmt.Println(string(text), err)
	// Output: {"version":"10.18 SP1","released":"0001-01-01"} <nil>
}

// TestVersionJSON: a version is written as its text, and reading one from JSON is an
// error instead of giving none.
func TestVersionJSON(t *testing.T) {
	v, err := lifecycle.Scheme{Prereleases: true}.Parse("1.0-rc.1")
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal([]lifecycle.Version{v, {}})
	if string(text) != `["1.0-rc.1",""]` || err != nil {
		t.Errorf("%s, %v", text, err)
	}
	r := lifecycle.Release{Version: v}
	if err := json.Unmarshal([]byte(`{"Version":"2.0"}`), &r); err == nil || r.Version != v {
		t.Errorf("%v, %v", r, err)
	}
}
