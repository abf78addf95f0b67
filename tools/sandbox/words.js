'use strict';

/**
 * @typedef {object} Words
 * @property {string} wrongKey
 * @property {string} noApiAccess
 * @property {string} emptyFields
 * @property {string} planLimit
 * @property {string} notFound
 * @property {string} tooManyRequests
 * @property {string} unknownWebsite
 * @property {string} unknownSegment
 * @property {string} wrongDate
 * @property {string} otherWebsite
 * @property {string} unreadableFeed
 * @property {string} inUse
 * @property {string} imageType
 * @property {string} imageSize
 * @property {string} documentationPage
 * @property {string} lostPage
 * @property {string} maintenancePage
 */

/** Error titles come in the installation's language, so a client can't compare them. */
const WORDS = {
	/** @type {Words} */
	zh: {
		wrongKey: 'API 密钥缺失或无效。',
		noApiAccess: '您的套餐不包含 API 访问权限。',
		emptyFields: '请填写所有必填字段。',
		planLimit: '您已达到套餐允许的数量上限。',
		notFound: '找不到您请求的资源。',
		tooManyRequests: '请求过于频繁，请稍后再试。',
		unknownWebsite: '找不到该网站。',
		unknownSegment: '该网站没有这个细分。',
		wrongDate: '日期格式无效。',
		otherWebsite: '该订阅者不属于此网站。',
		unreadableFeed: '无法读取该 RSS 订阅源。',
		inUse: '该细分正在使用中，无法删除。',
		imageType: '不允许上传此类型的文件。',
		imageSize: '文件过大，超出了允许的大小。',
		documentationPage: 'API 文档',
		lostPage: '页面不存在',
		maintenancePage: '网站正在维护，请登录后重试',
	},
	/** @type {Words} */
	en: {
		wrongKey: 'The API key is missing or invalid.',
		noApiAccess: 'Your plan does not include API access.',
		emptyFields: 'You must fill all the required fields.',
		planLimit: 'You have reached the limit of your plan.',
		notFound: 'The requested resource was not found.',
		tooManyRequests: 'Too many requests, try again later.',
		unknownWebsite: 'There is no such website.',
		unknownSegment: 'The website has no such segment.',
		wrongDate: 'The date is not valid.',
		otherWebsite: 'The subscriber does not belong to this website.',
		unreadableFeed: 'The RSS feed cannot be read.',
		inUse: 'This is in use and cannot be deleted.',
		imageType: 'This type of file is not allowed.',
		imageSize: 'The file is larger than allowed.',
		documentationPage: 'API documentation',
		lostPage: 'Page not found',
		maintenancePage: 'Down for maintenance, log in to continue',
	},
	/** @type {Words} */
	pl: {
		wrongKey: 'Brak klucza API lub klucz jest nieprawidłowy.',
		noApiAccess: 'Twój plan nie obejmuje dostępu do API.',
		emptyFields: 'Wypełnij wszystkie wymagane pola.',
		planLimit: 'Osiągnięto limit Twojego planu.',
		notFound: 'Nie znaleziono żądanego zasobu.',
		tooManyRequests: 'Zbyt wiele żądań, spróbuj ponownie później.',
		unknownWebsite: 'Nie ma takiej strony internetowej.',
		unknownSegment: 'Ta strona internetowa nie ma takiego segmentu.',
		wrongDate: 'Data jest nieprawidłowa.',
		otherWebsite: 'Subskrybent nie należy do tej strony internetowej.',
		unreadableFeed: 'Nie można odczytać kanału RSS.',
		inUse: 'Ten element jest używany i nie można go usunąć.',
		imageType: 'Ten typ pliku jest niedozwolony.',
		imageSize: 'Plik jest większy niż dozwolony.',
		documentationPage: 'Dokumentacja API',
		lostPage: 'Nie znaleziono strony',
		maintenancePage: 'Przerwa techniczna, zaloguj się, aby kontynuować',
	},
};

module.exports = { WORDS };
