package ispsystem

// products are the products with columns in the catalogue, in its order.
var products = []string{vmManager, dciManager, billManager, dnsManager}

// catalogue is the table of 2.6 (ISP-7), paraphrased. Its first general description, which
// names four consequences, is four entries here, and the last is two. What the text makes
// depend on the user, such as the systems popular with users, depends on that user here too;
// where it lists several faults, one is enough. The text lists accounting documents both
// under High and under Medium.
var catalogue = []Scenario{
	{"", "product_interrupted", emergency, "a fault of the product interrupts its work, and the user's business with it"},
	{"", "data_loss", emergency, "a fault of the product loses data, and that disturbs the user's business"},
	{"", "unsafe_settings", emergency, "a fault of the product makes standard settings unsafe, and that disturbs the user's business"},
	{"", "data_security", emergency, "a fault of the product puts data at risk in another way, and that disturbs the user's business"},
	{"", "update_fails", emergency, "updating the product fails"},
	{"", "urgent_install_fails", emergency, "the product does not install where a migration or a situation critical for the business needs it"},
	{"", "interface_down", emergency, "the product's interface does not come up"},
	{"", "login_fails", emergency, "logging in to the system with a user's account fails"},
	{"", "licence_order_fails", emergency, "the product's licence cannot be ordered, or cannot be renewed"},

	{vmManager, "all_nodes_stuck", emergency, "on no node of the cluster can new virtual machines be created, or on none can those that exist be started"},
	{vmManager, "machine_cut_off", emergency, "a virtual machine is cut off from its node"},
	{vmManager, "node_not_deleted", emergency, "a node cannot be deleted"},
	{vmManager, "tasks_frozen", emergency, "tasks hang and hold up the product, or the machines of all nodes"},

	{dciManager, "equipment_not_added", emergency, "a server, or other equipment, cannot be added to a location"},
	{dciManager, "operations_not_started", emergency, "neither diagnostics nor the installation of an operating system nor anything else can be started"},
	{dciManager, "pdu_unreachable", emergency, "a power distribution unit that works cannot be reached"},
	{dciManager, "first_location_fails", emergency, "the first start creates no location"},
	{dciManager, "location_lost_on_update", emergency, "a location that works is cut off since an update"},

	{billManager, "all_processing_down", emergency, "orders, payments and the processing of services fail in all active modules"},
	{billManager, "main_payments_fail", emergency, "the user's main payment modules take no payments, or take them with errors"},

	{"", "function_affected", high, "the product's functions suffer, but it goes on, and no data is lost or damaged"},
	{"", "core_with_workaround", high, "core functions suffer, and there is a way around, or a stopgap, until a correction"},
	{"", "contractor_sites_down", high, "a resource of the contractor, such as its site or its documentation, is down"},

	{vmManager, "some_nodes_stuck", high, "on one node of the cluster or more virtual machines cannot be created"},
	{vmManager, "node_unreachable", high, "the platform's server does not reach a node"},
	{vmManager, "machine_state_stuck", high, "the state of a virtual machine cannot be changed while operations run on it"},
	{vmManager, "page_broken", high, "a page on a path that is critical for users fails to load content, while the API offers the function"},
	{vmManager, "authorization_broken", high, "authorizing users fails, while the API offers the function"},
	{vmManager, "machine_operations_fail", high, "the basic operations of a virtual machine fail, while virsh and the API can be used"},

	{dciManager, "location_unusable", high, "the platform cannot work with a location"},
	{dciManager, "power_control_fails", high, "a start, a stop or a restart fails, while a restart through the BMC is possible"},
	{dciManager, "sensor_status_stale", high, "a server's state stays as it was although its BMC sensors report errors"},
	{dciManager, "racks_not_created", high, "a new location gets no racks, which can still be added in their own section"},

	{billManager, accountingDocuments, high, "accounting documents cannot be made"},
	{billManager, "rare_payments_fail", high, "payment modules fail that the user does not use often"},
	{billManager, "statistics_missing", high, "statistics of virtual machines cannot be gathered"},
	{billManager, "popular_tariff_fails", high, "a tariff cannot be ordered in one of the configurations that the user uses most"},
	{billManager, "popular_payment_fails", high, "a payment system that the user favours cannot be used"},
	{billManager, "contractor_module_idle", high, "the contractor's processing module does nothing of what is to be done on services"},

	{"", "core_intact", medium, "core functions do not suffer, and there is a way around, or a stopgap, until a correction"},

	{vmManager, "normal_install_fails", medium, "the product does not install in its normal mode"},
	{vmManager, "node_limits_ignored", medium, "the limits set on nodes have no effect"},
	{vmManager, "wrong_address_pool", medium, "a new virtual machine gets addresses of another pool than its user chose"},
	{vmManager, "ssh_key_fails", medium, "a user's SSH key cannot be added to their virtual machine"},
	{vmManager, "copies_broken", medium, "backups, snapshots or images of virtual machines have problems"},

	{dciManager, "blade_in_last_unit", medium, "putting a blade server into the last unit of a rack gives an error"},
	{dciManager, "auto_add_form_broken", medium, "the form that sets up the automatic adding of servers through their BMC opens with errors"},

	{billManager, accountingDocuments, medium, "accounting documents cannot be made"},
	{billManager, "service_order_fails", medium, "there are settings, and not too rare ones, under which a service cannot be ordered"},
	{billManager, "backup_fails", medium, "the backup function is out of order"},

	{"", "consultation", low, "it is a question about the product's functions"},
	{"", "other", low, "it is not critical, and not in the catalogue otherwise"},
}

// accountingDocuments is the only key that the text lists twice.
const accountingDocuments = "accounting_documents"
