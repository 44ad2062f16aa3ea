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

func ExampleBoundKindError() {
	_, err := lifecycle.BoundKind(3).MarshalText()
	fmt.Println(err)
	// Output: lifecycle: kind of bound: "BoundKind(3)" is not a kind of bound; write open, known or never
}

// TestBoundKindText: the name of each kind is read back as that kind, and nothing else
// is a name.
func TestBoundKindText(t *testing.T) {
	for n, want := range []string{"open", "known", "never"} {
		k := lifecycle.BoundKind(n)
		text, err := json.Marshal(map[lifecycle.BoundKind]lifecycle.BoundKind{k: k})
		if string(text) != `{"`+want+`":"`+want+`"}` || err != nil {
			t.Errorf("%d is written as %s, %v", n, text, err)
		}
		var read map[lifecycle.BoundKind]lifecycle.BoundKind
		if err := json.Unmarshal(text, &read); err != nil || len(read) != 1 || read[k] != k {
			t.Errorf("%s is read as %v, %v", text, read, err)
		}
	}
	for _, text := range []string{"", "Open", " open", "opened", "BoundKind(3)"} {
		k := lifecycle.Never
		if err := k.UnmarshalText([]byte(text)); !errors.Is(err, lifecycle.ErrBoundKind) || k != lifecycle.Never {
			t.Errorf("%q is read as %v, %v", text, k, err)
		}
	}
	if _, err := json.Marshal(lifecycle.BoundKind(3)); !errors.Is(err, lifecycle.ErrBoundKind) {
		t.Error(err)
	}
	names := lifecycle.BoundKindNames()
	names[0] = "x"
	if lifecycle.Open.String() != "open" {
		t.Error("the list is not the caller's")
	}
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

// TestVersionJSON: a version is its text, and JSON that has it is not read as none.
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
