package main

import (
	"fmt"
	"reflect"
	"sync"
	"testing"

	"github.com/slaclock/slaclock/policy"
	"pgregory.net/rapid"
)

// keyed is what a key stands for.
type keyed struct {
	Agreement            string
	Customer             policy.Customer
	Readings, Attributes map[string]string
}

func (k *keyed) key() string {
	return string(appendKey(nil, &policy.Ticket{Agreement: k.Agreement, Customer: k.Customer, Readings: k.Readings, Attributes: k.Attributes}))
}

// values returns all values of k that a maker can look at, by place.
func (k *keyed) values() map[string]reflect.Value {
	all := map[string]reflect.Value{}
	customer := reflect.ValueOf(&k.Customer).Elem()
	for i := range customer.NumField() {
		all["customer."+customer.Type().Field(i).Name] = customer.Field(i)
	}
	rest := reflect.ValueOf(k).Elem()
	for _, name := range []string{"Agreement", "Readings", "Attributes"} {
		all[name] = rest.FieldByName(name)
	}
	return all
}

// TestKeyHasAllFields: whatever field has a value, the key is another one, also of
// fields that are added one day.
func TestKeyHasAllFields(t *testing.T) {
	seen := map[string]string{new(keyed).key(): "none"}
	for place := range new(keyed).values() {
		for n := 1; n <= 2; n++ {
			k := new(keyed)
			v := k.values()[place]
			switch v.Interface().(type) {
			case string:
				v.SetString(fmt.Sprint("v", n))
			case []string:
				v.Set(reflect.ValueOf([]string{fmt.Sprint("v", n)}))
			case map[string]string:
				v.Set(reflect.ValueOf(map[string]string{"k": fmt.Sprint("v", n)}))
			case map[string]int:
				v.Set(reflect.ValueOf(map[string]int{"k": n}))
			default:
				t.Fatalf("%s has a type that the key does not know", place)
			}
			if other := seen[k.key()]; other != "" {
				t.Errorf("%s has the key of %s", place, other)
			}
			seen[k.key()] = place
		}
	}
}

// TestPropKey: keys are equal if, and only if, what they stand for is.
func TestPropKey(t *testing.T) {
	text := rapid.SampledFrom([]string{"", "a", "b", "ab", "\x00", "\x01a", "\x02"})
	texts := rapid.MapOfN(text, text, 0, 3)
	gen := rapid.Custom(func(t *rapid.T) *keyed {
		k := &keyed{text.Draw(t, "agreement"), policy.Customer{}, texts.Draw(t, "readings"), texts.Draw(t, "attributes")}
		c := &k.Customer
		for _, s := range []*string{&c.Region, &c.Country, &c.Zone, &c.Product, &c.Tier} {
			*s = text.Draw(t, "text")
		}
		c.AddOns = rapid.SliceOfN(text, 1, 2).Draw(t, "add-ons")
		c.HubHolidays, c.ReportEvery = texts.Draw(t, "hubs"), texts.Draw(t, "reports")
		c.ResponseDays = rapid.MapOfN(text, rapid.IntRange(-1, 300), 0, 3).Draw(t, "days")
		return k
	})
	rapid.Check(t, func(t *rapid.T) {
		a := gen.Draw(t, "a")
		b := gen.Draw(t, "b")
		if rapid.Bool().Draw(t, "close") { // all but one field the same
			c := *a
			places := c.values()
			place := rapid.SampledFrom([]string{"customer.Region", "customer.Country", "customer.HubHolidays", "customer.ReportEvery", "customer.Zone", "customer.Product",
				"customer.Tier", "customer.AddOns", "customer.ResponseDays", "Agreement", "Readings", "Attributes"}).Draw(t, "place")
			places[place].Set(b.values()[place])
			b = &c
		}
		for first := a.key(); rapid.Bool().Draw(t, "again"); { // in whatever order a map hands out its keys
			if got := a.key(); got != first {
				t.Fatalf("one value has two keys, %q and %q", first, got)
			}
		}
		if same := reflect.DeepEqual(a, b); (a.key() == b.key()) != same {
			t.Fatalf("the same: %v, keys %q and %q", same, a.key(), b.key())
		}
	})
}

// TestPoliciesAreKept: tickets of one customer share an agreement, whichever
// worker has made it, and no more are kept than there is room for.
func TestPoliciesAreKept(t *testing.T) {
	made := 0
	ps := policies{agreements: []agreement{{name: "a", make: func(*policy.Ticket) (*policy.Policy, error) {
		made++
		return new(policy.Policy), nil
	}}}}
	ticket := func(i int) *policy.Ticket {
		return &policy.Ticket{Agreement: "a", Attributes: map[string]string{"n": fmt.Sprint(i)}}
	}
	first, key, err := ps.of(ticket(0), nil)
	again, _, err2 := ps.of(ticket(0), key)
	if first != again || made != 1 || err != nil || err2 != nil {
		t.Errorf("made %d times, %v, %v", made, err, err2)
	}
	other := new(policy.Policy)
	if got := ps.keep(string(appendKey(nil, ticket(0))), other); got != first {
		t.Error("a worker that was slower has not got the agreement that is kept")
	}
	for i := range maxPolicies + 1 {
		if ps.of(ticket(i), nil); len(ps.kept) > maxPolicies {
			t.Fatalf("%d are kept", len(ps.kept))
		}
	}
	if made != maxPolicies+1 || len(ps.kept) != 1 {
		t.Errorf("%d were made, %d are kept", made, len(ps.kept))
	}
}

// TestPoliciesAtOnce: several workers ask for the same and for others.
func TestPoliciesAtOnce(t *testing.T) {
	ps := policies{agreements: builtIn()}
	var workers sync.WaitGroup
	for range 8 {
		workers.Add(1)
		go func() {
			defer workers.Done()
			for _, name := range []string{"purchased", "sempre", "purchased"} {
				p, _, err := ps.of(&policy.Ticket{Agreement: name}, nil)
				if name == "purchased" && (err != nil || p.Name() != name) || name == "sempre" && err == nil {
					t.Error(name, err)
				}
			}
		}()
	}
	workers.Wait()
	if len(ps.kept) != 1 {
		t.Errorf("%d are kept", len(ps.kept))
	}
}
