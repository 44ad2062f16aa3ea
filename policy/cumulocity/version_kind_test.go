package cumulocity_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"testing"

	"github.com/slaclock/slaclock/policy/cumulocity"
)

func ExampleVersionKindNames() {
	fmt.Printf("%q\n", cumulocity.VersionKindNames())
	// Output: ["major" "minor" "service release"]
}

func ExampleParseVersionKind() {
	fmt.Println(cumulocity.ParseVersionKind("service release"))
	_, err := cumulocity.ParseVersionKind("patch")
	fmt.Println(errors.Is(err, cumulocity.ErrVersionKind))
	// Output:
	// service release <nil>
	// true
}

func ExampleVersionKind_MarshalText() {
	text, err := json.Marshal([]cumulocity.VersionKind{cumulocity.Minor, cumulocity.ServiceRelease})
	fmt.Println(string(text), err)
	// Output: ["minor","service release"] <nil>
}

func ExampleVersionKind_UnmarshalText() {
	var k cumulocity.VersionKind
	fmt.Println(k.UnmarshalText([]byte("minor")), k)
	// Output: <nil> minor
}

// TestCUM11_VersionKindText: the name of each kind is read back as that kind, and nothing
// else is a name.
func TestCUM11_VersionKindText(t *testing.T) {
	for n, want := range []string{"major", "minor", "service release"} {
		k := cumulocity.VersionKind(n)
		text, err := k.MarshalText()
		if string(text) != want || err != nil {
			t.Errorf("%d is written as %s, %v", n, text, err)
		}
		read := cumulocity.VersionKind(9)
		if err := read.UnmarshalText(text); err != nil || read != k {
			t.Errorf("%s is read as %v, %v", text, read, err)
		}
	}
	for _, text := range []string{"", "Major", "service", "service_release", "VersionKind(3)"} {
		k := cumulocity.Minor
		if err := k.UnmarshalText([]byte(text)); !errors.Is(err, cumulocity.ErrVersionKind) || k != cumulocity.Minor {
			t.Errorf("%q is read as %v, %v", text, k, err)
		}
	}
	if _, err := json.Marshal(cumulocity.VersionKind(3)); !errors.Is(err, cumulocity.ErrVersionKind) {
		t.Error(err)
	}
}
