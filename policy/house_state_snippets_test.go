package policy_test

import (
	"testing"
	"testing/fstest"
)

// TestHouseCheckerState proves that the checker finds each way in which a package-level variable can change.
func TestHouseCheckerState(t *testing.T) {
	for _, tt := range []struct {
		name, file, source string
		want               []string
	}{
		{"tables and sentinels", "calendar/a.go", `package calendar
import ("errors"; "sync"; "time"; "slices"; _ "embed")
//go:embed zoneinfo.zip
var zoneinfo []byte
var ErrRange = errors.New("calendar: out of range")
var days = map[string]time.Weekday{"mon": time.Monday}
var array = [...]int{1, 2}
var index = sync.OnceValue(func() map[string]int { m := map[string]int{}; m["a"] = 1; var wg sync.WaitGroup; wg.Wait(); return m })
var _ error = (*e)(nil)
type e struct{ n int }
func (e *e) Error() string { e.n++; return "" }
type cache struct{ mu sync.Mutex; days map[string]int }
func f() int {
	days := map[string]int{}
	days["mon"] = 2
	array := array
	array[0]++
	p := &array
	sorted := slices.Clone(list)
	slices.Sort(sorted)
	longer := append(list, 3)
	var c cache
	c.days = days
	for i := range list { _ = i }
	return len(longer) + p[0]
}
var list = []int{1}`, nil},
		{"every way to change a variable", "calendar/a.go", `package calendar
import ("maps"; "slices"; "sort")
var n int
var m = map[string]int{}
var l = []int{1}
var a [3]int
var s struct{ f int }
var p *int
func f() {
	n = 1
	(n) += 1
	n++
	m["a"] = 1
	l[0], a[1] = 1, 2
	s.f--
	*p = 1
	l = append(l, 1)
	for n = range l {
	}
	delete(m, "a")
	clear(m)
	copy(l, l)
	slices.Sort(l)
	sort.Ints(l[1:])
	maps.Copy(m, m)
	_ = append(l[:0], 7)
	_ = a[:]
	g(&n, &l[0], &s.f)
}`, []string{
			"calendar/a.go:10 state", "calendar/a.go:11 state", "calendar/a.go:12 state", "calendar/a.go:13 state",
			"calendar/a.go:14 state", "calendar/a.go:14 state", "calendar/a.go:15 state", "calendar/a.go:16 state",
			"calendar/a.go:17 state", "calendar/a.go:18 state", "calendar/a.go:20 state", "calendar/a.go:21 state",
			"calendar/a.go:22 state", "calendar/a.go:23 state", "calendar/a.go:24 state", "calendar/a.go:25 state",
			"calendar/a.go:26 state", "calendar/a.go:27 state", "calendar/a.go:28 state", "calendar/a.go:28 state",
			"calendar/a.go:28 state"}},
		{"a method that changes it", "calendar/a.go", `package calendar
type set struct{ n int }
func (s *set) add() { s.n++ }
func (s set) len() int { return s.n }
var all set
func f() int {
	all.add()
	return all.len() + pointed.len() + held.len()
}
var pointed = &set{}
var held struct{ *set }
func g() { held.add() }`, []string{"calendar/a.go:7 state"}},
		{"an exported variable", "policy/portx/a.go", "package portx\nvar Default = 1", []string{"policy/portx/a.go:2 state"}},
		{"variables made to change", "calendar/a.go", `package calendar
import ("sync"; "sync/atomic")
var mu sync.Mutex
var once = sync.Once{}
var count atomic.Int64
var pool = &sync.Pool{}
var cache store
var caches = map[string]*store{}
var shared = newStore()
var events = make(chan int)
type store struct { inner }
type inner struct { mu sync.RWMutex }
func newStore() *store { return &store{} }`, []string{
			"calendar/a.go:3 state", "calendar/a.go:4 state", "calendar/a.go:5 state", "calendar/a.go:6 state",
			"calendar/a.go:7 state", "calendar/a.go:8 state", "calendar/a.go:9 state", "calendar/a.go:10 state"}},
		{"another package's variable", "policy/a.go", `package policy
import ("io"; "github.com/slaclock/slaclock/calendar")
func f() {
	calendar.ErrRange = nil
	io.EOF = nil
}`, []string{"policy/a.go:4 state", "policy/a.go:5 state"}},
		{"a test sets another package's variable", "policy/a_test.go", `package policy_test
import ("time"; "github.com/slaclock/slaclock/calendar")
func f() {
	time.Local = time.UTC
	calendar.ErrRange = nil
}`, []string{"policy/a_test.go:5 state"}},
	} {
		t.Run(tt.name, func(t *testing.T) { expectSnippet(t, tt.file, tt.source, tt.want) })
	}
}

// TestHouseCheckerAcrossFiles shows that a variable of one file is watched in the package's other files, tests included.
func TestHouseCheckerAcrossFiles(t *testing.T) {
	found, err := checkModule(fstest.MapFS{
		"calendar/a.go":      {Data: []byte("package calendar\nvar table = []int{1}")},
		"calendar/b.go":      {Data: []byte("package calendar\nfunc f() {\n\ttable[0] = 2\n}")},
		"calendar/b_test.go": {Data: []byte("package calendar\nvar update bool\nfunc g() {\n\tupdate = true\n\ttable = nil\n}")},
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	expectFindings(t, found, []string{"calendar/b.go:3 state", "calendar/b_test.go:5 state"})
}
