'use strict';

const { valuesOf } = require('./tables');

/**
 * @typedef {import('./tables').Field} Field
 * @typedef {import('./tables').Definition} Definition
 */

/**
 * What resources are called.
 *
 * @type {Record<string, string>}
 */
const NOUNS = {
	flow: '流程',
	campaign: '推送活动',
	personalNotification: '个人通知',
	subscriber: '订阅者',
	subscriberEvent: '订阅者事件',
	segment: '分群',
	website: '网站',
	recurringCampaign: '周期推送',
	rssAutomation: 'RSS 自动推送',
};

/**
 * What operations do with one, `…`.
 *
 * @type {Record<string, string>}
 */
const VERBS = {
	cancel: '取消已排期的…',
	create: '创建…',
	delete: '永久删除…',
	get: '获取单个…',
	getAll: '获取…列表',
	getStatistics: '获取…的统计数据',
	send: '发送…',
	sendDraft: '发送…草稿',
	update: '修改…',
	upsert: '按名称创建或更新…',
};

/**
 * Where there is more to say of an operation.
 *
 * @type {Record<string, string>}
 */
const OPERATIONS = {
	'flow.create': '创建流程：新订阅者订阅后经过设定的时间，会收到这条通知',
	'flow.getAll': '获取流程列表，可筛选和排序',
	'flow.update': '修改流程的部分字段，或者暂停、恢复流程；其余内容保持不变',
	'website.getAll': '获取网站列表，可筛选',
};

/**
 * What a field is for, by its name in the API or, for a setting of the node, in the form.
 *
 * @type {Record<string, string>}
 */
const FIELDS = {
	button_title_1: '第一个按钮的文字',
	button_title_2: '第二个按钮的文字',
	button_url_1: '点击第一个按钮后打开的页面',
	button_url_2: '点击第二个按钮后打开的页面',
	datetime_end: '只返回该日期及之前的流程；不写时间则包含当天全天',
	datetime_field: 'From Date 和 To Date 所针对的日期',
	datetime_start: '只返回该日期及之后的流程',
	description: '通知的正文，显示在标题下方',
	image: '图片文件在输入中的字段名。支持 JPG、PNG、GIF、WebP 和 SVG，许多实例的上限为 2 MB',
	is_auto_hide: '通知是否在一段时间后自动消失',
	is_enabled: '新订阅者是否会收到该流程；关闭即为暂停',
	is_silent: '通知是否静音且不振动',
	limit: '最多返回的数量',
	name: '仅在后台显示，订阅者看不到',
	order_by: '排序依据；不设置时，顺序由实例决定',
	order_type: '排序方向',
	returnAll: '开启后返回全部结果，否则最多返回 Limit 指定的数量',
	returnFlow: '实例只返回 ID 时，再读取一次完整的流程；关闭后速度更快，但不再核对谁会收到该流程',
	search: '流程必须包含的文本，不区分大小写',
	search_by: 'Search 查找的字段',
	segment: '哪些新订阅者会收到该流程；更换网站后请重新选择',
	simplify: '只返回最常用的字段；关闭后返回原始数据',
	title: '通知的第一行',
	ttl: '订阅者离线时持续尝试投递的时长；表达式中以秒为单位',
	url: '点击通知后打开的页面',
	utm_campaign: '附加到 URL，用于访问统计',
	utm_medium: '附加到 URL，用于访问统计',
	utm_source: '附加到 URL，用于访问统计',
	wait_time: '订阅后多久发送，最长 90 天',
	wait_time_type: '等待时间的单位',
	website_id: '该网站的新订阅者会收到通知',
};

/**
 * Where the same name means something else.
 *
 * @type {Record<string, string>}
 */
const ELSEWHERE = {
	'flow.getAll.website_id': '只返回该网站的流程',
	'website.getAll.search': '网站名称或地址必须包含的文本',
};

/** @param {string[]} names */
const list = (names) => names.join('、');

/**
 * The limits that the API sets, and the values that it takes.
 *
 * @param {Field} field
 */
function limitsOf({ property, rule }) {
	const { maxLength, mustHaveText, kind } = rule ?? {};
	const values = valuesOf(property, (label, value) => `${label}（${value}）`);
	if (values.length > 0) {
		const isText = values.some((value) => value.includes('`'));
		return `可选值：${values.join(isText ? '、' : ', ')}`;
	}
	if (maxLength !== undefined) {
		return mustHaveText ? `1 至 ${maxLength} 个字符` : `最多 ${maxLength} 个字符`;
	}
	if (kind === 'integer' || property.type === 'number') return '大于 0 的整数';
	return undefined;
}

/**
 * What there is to say of a field that is not among `FIELDS`: the kind of its value.
 *
 * @type {Record<string, string>}
 */
const KINDS = {
	boolean: '开或关',
	dateTime: '日期',
	number: '数字',
	resourceLocator: '从列表选择，或填写 ID',
	string: '文本',
};

/**
 * @param {Definition} definition
 * @param {Field} field
 */
function meaningOf({ name }, { property, apiName, operations }) {
	const key = apiName ?? property.name;
	const isInList = operations.some((operation) => operation.name === 'Get Many');
	return (isInList && ELSEWHERE[`${name}.getAll.${key}`]) || FIELDS[key];
}

/**
 * @param {Definition} definition
 * @param {Field} field
 */
function whatItTakes(definition, field) {
	const required = field.operations.filter(({ isRequired }) => isRequired);
	const parts = [
		meaningOf(definition, field) ?? KINDS[field.property.type],
		limitsOf(field),
		required.length > 0 ? `${list(required.map(({ name }) => name))} 时必填` : undefined,
	].filter(Boolean);
	return parts.map((part) => `${part}。`).join('');
}

/** @type {import('./tables').Language} */
const chinese = {
	heads: {
		operations: ['操作', '说明'],
		fields: ['字段', 'API 名称', '说明'],
		usedBy: '适用操作',
	},
	operation: ({ name, label }, { value }) =>
		OPERATIONS[`${name}.${value}`] ??
		VERBS[String(value)]?.replace('…', NOUNS[name] ?? label) ??
		'',
	field: whatItTakes,
	list,
};

module.exports = { chinese };
