package document_test

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy/document"
	"pgregory.net/rapid"
)

// propEdited changes a document in a few places, by other parts of it and by values
// that stand where they must not: it is refused with mistakes that have a place, or
// can be written and read again.
func propEdited(tb testing.TB) func(t *rapid.T) {
	var root any
	if err := json.Unmarshal(with(lending), &root); err != nil {
		tb.Fatal(err)
	}
	strange := []any{nil, true, "", "0", "é", -1.0, 0.5, 1e18, []any{}, map[string]any{}, "9999-12-31", "24:00", "high", "office", "NONE",
		map[string]any{"reading": "acme.zone"}, map[string]any{"attribute": "tier"}, map[string]any{"calendar": "both"}, "1 business day", "100001 days"}
	return func(t *rapid.T) {
		tree := clone(root)
		for range rapid.IntRange(1, 4).Draw(t, "edits") {
			at := nodes(tree)
			where := at[rapid.IntRange(0, len(at)-1).Draw(t, "where")]
			switch parts := nodes(root); rapid.IntRange(0, 3).Draw(t, "what") {
			case 0:
				where.set(clone(parts[rapid.IntRange(0, len(parts)-1).Draw(t, "part")].get()))
			case 1:
				where.set(clone(strange[rapid.IntRange(0, len(strange)-1).Draw(t, "value")]))
			case 2:
				where.drop()
			case 3:
				where.double()
			}
		}
		text, err := json.Marshal(tree)
		if err != nil {
			t.Fatal(err)
		}
		d, err := document.Decode(text)
		if err == nil {
			rewritten(t, d)
			return
		}
		var wrong *document.Error
		if !errors.Is(err, document.ErrDocument) || !errors.As(err, &wrong) || len(wrong.Mistakes) == 0 {
			t.Fatalf("%s: %#v", text, err)
		}
		for _, m := range wrong.Mistakes {
			if m.String() == "" {
				t.Fatalf("%s: %#v", text, m)
			}
		}
	}
}

// rewritten writes a document, reads that and writes it again.
func rewritten(t *rapid.T, d *document.Document) {
	first, err := d.Encode()
	if err != nil {
		t.Fatal(err)
	}
	again, err := document.Decode(first)
	if err != nil {
		t.Fatalf("%v\n%s", err, first)
	}
	if second, err := again.Encode(); err != nil || !bytes.Equal(first, second) {
		t.Fatalf("%v\n%s", err, cmp.Diff(string(first), string(second)))
	}
}

// A node is a place in a tree that was made from JSON.
type node struct {
	in    any // a map or a list
	key   string
	index int
}

func (n node) get() any {
	if m, ok := n.in.(map[string]any); ok {
		return m[n.key]
	}
	return n.in.([]any)[n.index]
}

func (n node) set(v any) {
	if m, ok := n.in.(map[string]any); ok {
		m[n.key] = v
	} else {
		n.in.([]any)[n.index] = v
	}
}

// drop takes a field out; an element of a list it makes null.
func (n node) drop() {
	if m, ok := n.in.(map[string]any); ok {
		delete(m, n.key)
	} else {
		n.set(nil)
	}
}

// double has a list twice, one after the other, and puts anything else into one.
func (n node) double() {
	if list, ok := n.get().([]any); ok {
		n.set(slices.Concat(list, clone(list).([]any)))
	} else {
		n.set([]any{n.get()})
	}
}

// nodes returns the places of a tree, in an order that is always the same.
func nodes(tree any) (all []node) {
	switch v := tree.(type) {
	case map[string]any:
		for _, key := range sortedKeys(v) {
			all = append(append(all, node{in: v, key: key}), nodes(v[key])...)
		}
	case []any:
		for i, e := range v {
			all = append(append(all, node{in: v, index: i}), nodes(e)...)
		}
	}
	return all
}

func clone(tree any) any {
	switch v := tree.(type) {
	case map[string]any:
		m := map[string]any{}
		for key, e := range v {
			m[key] = clone(e)
		}
		return m
	case []any:
		list := make([]any, len(v))
		for i, e := range v {
			list[i] = clone(e)
		}
		return list
	}
	return tree
}

// TestPropEdited: what is refused has a reason, and what is not is a document.
func TestPropEdited(t *testing.T) { rapid.Check(t, propEdited(t)) }

// FuzzEdited is TestPropEdited, guided by coverage.
func FuzzEdited(f *testing.F) {
	for seed := range uint64(4) {
		var input []byte
		for state := seed; len(input) < 512; {
			state = state*6364136223846793005 + seed*1442695040888963407
			input = binary.LittleEndian.AppendUint64(input, state>>(state>>59))
		}
		f.Add(input)
	}
	f.Fuzz(rapid.MakeFuzz(propEdited(f)))
}
