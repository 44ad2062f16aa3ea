package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/agreements"
	"github.com/slaclock/slaclock/examples/helpdesk/internal/desk"
	"github.com/slaclock/slaclock/examples/helpdesk/internal/store"
)

const (
	kills    = 8
	killRate = 36000 // ten hours a second
)

// A program is the service as a process of its own.
type program struct {
	t       *testing.T
	path    string // of the binary
	args    []string
	command *exec.Cmd
	read    chan bool // closed when all that it said has been read
	url     atomic.Pointer[string]
}

// start starts the program and waits until it listens.
func (p *program) start() {
	p.t.Helper()
	p.command = exec.Command(p.path, p.args...)
	// Not what the machine has set for the program: it has none of the addresses, documents
	// and levels of the log that somebody runs it with.
	p.command.Env = slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, "HELPDESK_") })
	p.command.Env = append(p.command.Env, "HELPDESK_TOKEN="+testToken)
	// A pipe of its own: Wait closes one of StderrPipe, which can cut a line in two that has
	// not been read.
	out, said, err := os.Pipe()
	if err != nil {
		p.t.Fatal(err)
	}
	p.command.Stderr = said
	err = p.command.Start()
	said.Close() // the program has its own
	if err != nil {
		p.t.Fatal(err)
	}
	listening := make(chan string, 1)
	p.read = make(chan bool)
	go func() {
		defer close(p.read)
		defer out.Close()
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			var line struct{ Level, Msg, URL, Error string }
			if err := json.Unmarshal(lines.Bytes(), &line); err != nil || line.Level == "ERROR" {
				p.t.Errorf("the program says %s", lines.Text())
			}
			if line.Msg == "listening" {
				listening <- line.URL
			}
		}
		close(listening)
	}()
	// However long it takes: a program that hangs is for go test's own limit.
	url, ok := <-listening
	if !ok {
		p.t.Fatal("the program ended before it listened")
	}
	p.url.Store(&url)
}

// end sends the program a signal and waits until it has ended and all that it said has been
// read.
func (p *program) end(signal os.Signal) error {
	p.t.Helper()
	if err := p.command.Process.Signal(signal); err != nil {
		p.t.Fatal(err)
	}
	err := p.command.Wait()
	<-p.read
	return err
}

// A receiver takes notices as a webhook's other end should: it keeps what it took,
// by key, and knows one that comes again.
type receiver struct {
	mu    sync.Mutex
	taken map[string]string
	again int
	wrong []string
}

func (r *receiver) ServeHTTP(w http.ResponseWriter, request *http.Request) {
	body, err := io.ReadAll(request.Body)
	if err != nil {
		return // the sender died: it will come again
	}
	key := request.Header.Get("Idempotency-Key")
	r.mu.Lock()
	defer r.mu.Unlock()
	if old, ok := r.taken[key]; ok {
		r.again++
		if old != string(body) {
			r.wrong = append(r.wrong, fmt.Sprintf("%s came as %s and as %s", key, old, body))
		}
	}
	r.taken[key] = string(body)
}

// A killed program loses nothing that it acknowledged and doubles nothing, and tells
// what one tells that never died: the process is really killed, eight times, while a
// client writes.
func TestKill(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("ends processes with signals, which Windows does not have")
	}
	if testing.Short() {
		t.Skip("builds the program and kills it, which takes some ten seconds")
	}
	dir := t.TempDir()
	binary := filepath.Join(dir, "helpdesk")
	// Without a stamp, for which go asks git, which refuses a folder of another user.
	if out, err := exec.Command("go", "build", "-buildvcs=false", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	took := &receiver{taken: map[string]string{}}
	hook := httptest.NewServer(took)
	defer hook.Close()
	database := filepath.Join(dir, "kill.db")
	anchor := time.Now().UTC().Format(time.RFC3339Nano)
	p := &program{t: t, path: binary, args: []string{
		"-addr", "127.0.0.1:0", "-db", database, "-sample=false", "-webhook", hook.URL, "-log-format", "json",
		"-clock", fmt.Sprintf("2026-03-02T06:00:00Z,%s,%d", anchor, killRate),
	}}
	p.start()
	ctx, stop := context.WithCancel(t.Context())
	var clients sync.WaitGroup
	acknowledged := make([]map[string]int, 3) // by client: the events of each ticket
	for i := range acknowledged {
		acknowledged[i] = map[string]int{}
		clients.Go(func() { client(ctx, t, p, i, acknowledged[i]) })
	}
	for range kills {
		time.Sleep(time.Duration(100+rand.IntN(500)) * time.Millisecond)
		if err := p.end(syscall.SIGKILL); err == nil {
			t.Error("the program was not killed")
		}
		p.start()
	}
	time.Sleep(300 * time.Millisecond)
	stop()
	clients.Wait()
	if err := p.end(syscall.SIGTERM); err != nil {
		t.Errorf("it does not end in order: %v", err)
	}
	checkAfterKills(t, database, hook.URL, took, acknowledged)
}

// client opens tickets and adds events until ctx is done, each until it hears an
// answer, and counts what was acknowledged.
func client(ctx context.Context, t *testing.T, p *program, n int, acknowledged map[string]int) {
	request := 0
	send := func(path string, body string, want int) bool {
		request++
		for { // the last request is repeated too until it is answered: it may have been stored
			r, err := http.NewRequest("POST", *p.url.Load()+path, bytes.NewBufferString(body))
			if err != nil {
				t.Error(err)
				return false
			}
			r.Header.Set("Authorization", "Bearer "+testToken)
			r.Header.Set("Idempotency-Key", fmt.Sprintf("client%d-%d", n, request))
			answer, err := http.DefaultClient.Do(r)
			if err != nil { // it is dead: the next one has another address
				time.Sleep(10 * time.Millisecond)
				continue
			}
			text, err := io.ReadAll(answer.Body)
			answer.Body.Close()
			if err != nil {
				continue
			}
			if answer.StatusCode != want && answer.StatusCode != http.StatusOK {
				t.Errorf("%s %s: %s %s", path, body, answer.Status, text)
				return false
			}
			return true
		}
	}
	tickets := []string{
		`"agreement":"purchased","severity":"1","channel":"phone"`,
		`"agreement":"cumulocity","customer":{"region":"EMEA","country":"DE"},"severity":"Crisis","channel":"phone"`,
		`"agreement":"ispsystem","customer":{"product":"VMmanager","tier":"Privilege"},"severity":"Emergency"`,
	}
	kinds := []string{"updated", "registered", "responded", "resolution_proposed", "resolution_rejected", "info_requested", "info_received", "customer_replied"}
	for i := 0; ctx.Err() == nil; i++ {
		id := fmt.Sprintf("C%d-%d", n, i)
		if !send("/api/tickets", fmt.Sprintf(`{"id":%q,"title":"killed",%s}`, id, tickets[(i+n)%len(tickets)]), http.StatusCreated) {
			return
		}
		acknowledged[id] = 1
		for range 4 {
			time.Sleep(time.Duration(rand.IntN(40)) * time.Millisecond)
			if !send("/api/tickets/"+id+"/events", fmt.Sprintf(`{"kind":%q}`, kinds[rand.IntN(len(kinds))]), http.StatusCreated) {
				return
			}
			acknowledged[id]++
		}
	}
}

// checkAfterKills compares the database with what the clients heard, its notices
// with what follows from its events, and both with what the receiver took.
func checkAfterKills(t *testing.T, database, hook string, took *receiver, acknowledged []map[string]int) {
	s, err := store.Open(t.Context(), database)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	registry := agreements.NewRegistry(agreements.BuiltIn{})
	stored, heard := map[string]int{}, map[string]int{}
	want := map[string]string{}
	for ticket, err := range s.Open(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		stored[ticket.ID] = len(ticket.Events)
		maps.Copy(want, oracle(t, registry, ticket))
	}
	for _, c := range acknowledged {
		maps.Copy(heard, c)
	}
	if diff := cmp.Diff(heard, stored); diff != "" {
		t.Errorf("events (-acknowledged +stored):\n%s", diff)
	}
	notices, err := s.Notices(t.Context(), 0, 1<<20)
	if err != nil {
		t.Fatal(err)
	}
	got, bodies := map[string]string{}, map[string]string{}
	for _, n := range notices {
		if _, twice := got[n.Key()]; twice {
			t.Errorf("%s stands twice in the outbox", n.Key())
		}
		got[n.Key()] = n.At.Format(time.RFC3339Nano) + " " + n.What
		bodies[n.Key()] = string(desk.AppendNotice(nil, &n))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("notices (-of a service that never died +got):\n%s", diff)
	}
	// What was made last has perhaps not been handed over: the next start does.
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	d := desk.New(s, registry, &handClock{}, slog.New(slog.NewTextHandler(io.Discard, nil)))
	delivered := make(chan error, 1)
	go func() { delivered <- d.Deliver(ctx, &desk.Webhook{URL: hook, Client: http.DefaultClient}) }()
	for len(notices) > 0 {
		through, err := s.Taken(ctx, "webhook")
		if err != nil {
			t.Fatal(err)
		}
		if through == notices[len(notices)-1].Seq {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	stop()
	if err := <-delivered; err != nil {
		t.Error(err)
	}
	took.mu.Lock()
	defer took.mu.Unlock()
	if diff := cmp.Diff(bodies, took.taken); diff != "" || len(took.wrong) > 0 {
		t.Errorf("the receiver (-outbox +taken):\n%s%q", diff, took.wrong)
	}
	events := 0
	for _, n := range stored {
		events += n
	}
	t.Logf("%d tickets, %d events, %d notices; %d came to the receiver again", len(stored), events, len(notices), took.again)
	if len(notices) < 10 {
		t.Errorf("only %d notices: the test shows little", len(notices))
	}
}

// oracle returns what a service that never dies, and whose timer is never late, tells
// of a ticket: at each event's arrival what had happened before it, without and with
// it, each thing as it was told first.
func oracle(t *testing.T, registry *agreements.Registry, ticket *store.Ticket) map[string]string {
	versions, err := registry.Of(ticket.Terms)
	if err != nil {
		t.Fatal(err)
	}
	p, err := versions.InForce(ticket.Events[0].At)
	if err != nil {
		t.Fatal(err)
	}
	var events []policy.Event
	told := map[string]string{}
	look := func(through time.Time) {
		occurrences, err := p.Occurrences(events, time.Time{}, through)
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range occurrences {
			if key := ticket.ID + "/" + o.ID; told[key] == "" {
				told[key] = o.At.UTC().Format(time.RFC3339Nano) + " " + o.What
			}
		}
	}
	for i, e := range ticket.Events {
		if i > 0 {
			look(e.Received)
		}
		kind, err := policy.ParseKind(e.Kind)
		if err != nil {
			t.Fatal(err)
		}
		event := policy.Event{At: e.At, Kind: kind}
		if e.Severity != "" {
			if event.Severity, err = p.Scale().Parse(e.Severity); err != nil {
				t.Fatal(err)
			}
		}
		if e.Channel != "" {
			if event.Channel, err = policy.ParseChannel(e.Channel); err != nil {
				t.Fatal(err)
			}
		}
		events = append(events, event)
		look(e.Received)
	}
	look(ticket.Told)
	return told
}
